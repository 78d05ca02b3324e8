import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { nearest } from './names';

export const usage = `Runs the jobs of package.json.

Usage: node build/backend/jobs/scheduler.js <command>

  --list [--json]           name, schedule, description, priority and next run of every job
  --job <name>              run a job once; give --job again for more
  --all                     run every job once, by priority, then name
  --watch [--job <name>]    run the jobs when they are due, until Ctrl-C or SIGTERM
  -h, --help                show this

Schedules: @reboot, @hourly, @daily, @weekly, @monthly, @yearly, rate(n second|minute|hour|day),
and cron with 5 fields, or 6 with seconds first. With a day of the month and a weekday, either is enough.
Cron runs in the process's time zone, which the TZ variable sets. A rate counts from the start of --watch.
Priority: 1 comes first; critical, high, normal and low stand for 1 to 4; other labels and none come last.
Exit codes: 0 done, 1 failed, 2 wrong usage.
`;

export interface Options {
  readonly command: 'help' | 'list' | 'run' | 'all' | 'watch';
  readonly json: boolean;
  /** The jobs that were named; none means all. */
  readonly names: readonly string[];
}

export class UsageError extends Error {}

const known = {
  help: { type: 'boolean', short: 'h' },
  list: { type: 'boolean' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  watch: { type: 'boolean' },
  job: { type: 'string', multiple: true },
} as const;

/** Reads the command line, or throws a UsageError. */
export function parseOptions(args: readonly string[]): Options {
  const { help, json = false, job: names = [], ...chosen } = readArguments(args, known);
  if (help) return { command: 'help', json, names };

  const commands = (['list', 'all', 'watch'] as const).filter((name) => chosen[name]);
  const command = commands.at(0) ?? (names.length > 0 ? 'run' : undefined);
  if (command === undefined) throw new UsageError('No command is given. Use --list, --job, --all or --watch.');
  if (commands.length > 1) throw new UsageError(`--${commands.join(' and --')} cannot be used together. Use one of them.`);
  if (names.length > 0 && command !== 'run' && command !== 'watch') {
    throw new UsageError(`--job cannot be used with --${command}. Use it alone or with --watch.`);
  }
  if (json && command !== 'list') throw new UsageError('--json belongs to --list.');
  return { command, json, names };
}

/** The values of known options, or a UsageError. */
export function readArguments<Known extends ParseArgsOptionsConfig>(args: readonly string[], options: Known) {
  const unknown = args.find((arg) => arg.startsWith('--') && !Object.hasOwn(options, optionName(arg)));
  if (unknown !== undefined) throw new UsageError(describeUnknown(unknown, Object.keys(options)));
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function describeUnknown(arg: string, options: readonly string[]): string {
  const suggestion = nearest(optionName(arg), options);
  return `Unknown option '${arg}'.${suggestion ? ` Did you mean '--${suggestion}'?` : ''}`;
}

function optionName(arg: string): string {
  return arg.slice(2).split('=', 1)[0]!;
}
