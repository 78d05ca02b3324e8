import { readArguments, UsageError } from '../scheduling/options';

export const usage = `Runs the jobs of package.json on any number of machines: each tick once, on one of them.

Usage: node build/backend/jobs/worker.js [command]

  (none)               bring the schedules in Redis in line with package.json, then work until SIGTERM or Ctrl-C
  --sync [--json]      bring them in line, show what changed, and end
  --status [--json]    show workers, running jobs, next ticks and failures
  -h, --help           show this

The start that came last decides about the schedules. They read as in scheduler.js --watch, with two differences:
a rate counts from 1970-01-01T00:00Z, so that all machines agree, and @reboot is left to scheduler.js.
A tick that comes due while the job's last run is still going is skipped. One that comes due while no worker is
free, or none runs, is made up for once.
A run that fails, or whose worker dies, is repeated; after the last attempt the tick goes to the list of failures.

Environment:
  REDIS_URL                 redis://[user:password@]host[:port][/database], or rediss:// for TLS; required
  WORKER_QUEUE              the name that this fleet shares; "name" of package.json when left out
  WORKER_CONCURRENCY        runs at a time on this worker (10)
  WORKER_ATTEMPTS           attempts in all (3)
  WORKER_BACKOFF_SECONDS    wait before the second attempt; doubles from then on (5)
  WORKER_LOCK_SECONDS       a worker that is silent for so long has died; a job must not block Node longer (15)
  SHUTDOWN_SECONDS          how long runs may go on after SIGTERM or Ctrl-C (10)
  TZ                        zone of cron schedules, for the whole fleet

Redis 6.2 or newer; it needs maxmemory-policy noeviction, and appendonly yes to keep schedules and ticks over its restarts.
Machines need clocks that agree.
Priority decides when workers are short: 1 comes first; critical, high, normal and low stand for 1 to 4;
then other labels, then none.
Exit codes: 0 done, 1 failed, 2 wrong usage.
`;

export interface Options {
  readonly command: 'help' | 'work' | 'sync' | 'status';
  readonly json: boolean;
}

const known = {
  help: { type: 'boolean', short: 'h' },
  sync: { type: 'boolean' },
  status: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Reads the command line, or throws a UsageError. */
export function parseOptions(args: readonly string[]): Options {
  const { help, json = false, ...chosen } = readArguments(args, known);
  if (help) return { command: 'help', json };
  const commands = (['sync', 'status'] as const).filter((name) => chosen[name]);
  if (commands.length > 1) throw new UsageError('--sync and --status cannot be used together. Use one of them.');
  const [command = 'work'] = commands;
  if (json && command === 'work') throw new UsageError('--json belongs to --sync and --status.');
  return { command, json };
}
