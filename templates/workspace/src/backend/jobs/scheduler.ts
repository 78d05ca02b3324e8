import '../env';
import { readJobs, type Job } from '../scheduling/manifest';
import { nearest } from '../scheduling/names';
import { parseOptions, usage, UsageError, type Options } from '../scheduling/options';
import { byPriority } from '../scheduling/priority';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `--list | head` closes the pipe before all is written.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The output cannot be written: ${error.message}\n`);
  process.once('exit', () => (process.exitCode = 1));
});

try {
  await execute(parseOptions(process.argv.slice(2)));
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`${(error as Error).message}\n${isUsage ? `\n${usage}` : ''}`);
  process.exitCode = isUsage ? 2 : 1;
}

/** What a command does not need is not imported: `--list` starts without the logger, a run without the cron reader. */
async function execute(options: Options): Promise<void> {
  if (options.command === 'help') return print(usage);
  const jobs = choose(readJobs(), options.names);
  if (options.command === 'list') return list(jobs, options.json);
  if (options.command === 'watch') return watch(jobs, options.names);
  return run(options.command === 'all' ? jobs.toSorted(byPriority) : jobs);
}

async function list(jobs: readonly Job[], json: boolean): Promise<void> {
  const { formatJson, formatTable } = await import('../scheduling/list');
  print(json ? formatJson(jobs) : formatTable(jobs));
}

async function watch(jobs: readonly Job[], names: readonly string[]): Promise<void> {
  const idle = jobs.find((job) => names.includes(job.name) && job.schedule === undefined);
  if (idle) {
    throw new Error(`Job '${idle.name}' has no schedule. Add one to its entry in package.json: "schedule": "@daily"`);
  }
  if (!jobs.some((job) => job.schedule !== undefined)) return print('No job has a schedule: there is nothing to watch.\n');
  (await import('../scheduling/watch')).watch(jobs);
}

async function run(jobs: readonly Job[]): Promise<void> {
  const { finish, runInTurn } = await import('./runtime');
  finish(await runInTurn(jobs));
}

/** The jobs with these names, or all. */
function choose(jobs: readonly Job[], names: readonly string[]): readonly Job[] {
  return names.length === 0 ? jobs : [...new Set(names)].map((name) => find(jobs, name));
}

function find(jobs: readonly Job[], name: string): Job {
  const job = jobs.find((candidate) => candidate.name === name);
  if (job) return job;
  const names = jobs.map((candidate) => candidate.name);
  const suggestion = nearest(name, names);
  const hint = suggestion ? ` Did you mean '${suggestion}'?` : '';
  throw new Error(`Job '${name}' is not in package.json.${hint} The option --list shows all jobs.`);
}

function print(text: string): void {
  process.stdout.write(text);
}
