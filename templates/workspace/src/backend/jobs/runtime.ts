import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import '../env';
import { jobLogger, type Logger } from '../observability/logger';
import type { Job } from '../scheduling/manifest';
import { workspaceRoot } from '../workspace';

// Stack traces of the modules that are imported from here on point into src.
process.setSourceMapsEnabled(true);

/** What a job may take as its argument. */
export interface JobContext {
  readonly name: string;
  readonly runId: string;
  /** The backend's logger, with the job's name and the run id on every line. */
  readonly logger: Logger;
}

export type JobFunction = (context: JobContext) => unknown;

export interface JobRun {
  readonly outcome: 'succeeded' | 'failed';
  readonly error?: Error;
}

/** The built module of a job. */
export function modulePath(name: string): string {
  return path.join(workspaceRoot, 'build', 'backend', 'jobs', name, 'index.js');
}

/** Imports a job's module; throws an error that says what is wrong with it. */
export async function loadJob(name: string): Promise<JobFunction> {
  const file = modulePath(name);
  if (!existsSync(file)) {
    throw new Error(`its module '${file}' does not exist. Build it: webstir build --runtime backend`);
  }
  return requireRun(name, await import(pathToFileURL(file).href));
}

/** Runs a job once and logs it. Never throws: a failure is the outcome. */
export async function runJob({ name, schedule }: Job, load = loadJob, runId: string = randomUUID()): Promise<JobRun> {
  const logger = jobLogger(name).child({ runId });
  const started = performance.now();
  logger.info({ schedule }, 'job started');
  try {
    const run = await load(name);
    await run({ name, runId, logger });
    logger.info({ schedule, durationMs: since(started), outcome: 'succeeded' }, 'job succeeded');
    return { outcome: 'succeeded' };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    logger.error({ schedule, durationMs: since(started), outcome: 'failed', err: error }, 'job failed');
    return { outcome: 'failed', error };
  }
}

/** Runs jobs one after the other, names each failure on stderr, and gives the exit code. */
export async function runInTurn(jobs: readonly Job[], load = loadJob): Promise<number> {
  let exitCode = 0;
  for (const job of jobs) {
    const blame = () => blameForExit(job);
    process.once('exit', blame);
    const { error } = await runJob(job, load);
    process.off('exit', blame);
    if (!error) continue;
    process.stderr.write(`Job '${job.name}' failed: ${error.message}\n`);
    exitCode = 1;
  }
  return exitCode;
}

/** Node ends when a job calls `process.exit`, and when nothing is left that could wake a job that waits: neither is success. */
function blameForExit({ name, schedule }: Job): void {
  const reason = 'it ended the process, or waits for something that never comes';
  jobLogger(name).error({ schedule, outcome: 'failed' }, `job failed: ${reason}`);
  process.stderr.write(`Job '${name}' failed: ${reason}.\n`);
  process.exitCode = 1;
}

/**
 * The door of every built job: `node build/backend/jobs/<name>/index.js` runs the job, an import only gets it.
 * `importJob` imports the job's own code, which so finds the environment loaded.
 */
export async function enterJob(url: string, importJob: () => Promise<object>): Promise<{ run?: JobFunction }> {
  if (!isMain(url)) return { run: findRun(await importJob()) };

  const name = path.basename(path.dirname(fileURLToPath(url)));
  finish(await runInTurn([{ name }], async () => requireRun(name, await importJob())));
  return {};
}

/** Lets the process end by itself, and ends it when the work is done but something that was left open keeps it alive. */
export function finish(exitCode: number): void {
  process.exitCode = exitCode;
  setTimeout(() => {
    process.stderr.write('The work is done, but a handle that a job left open (a timer, a connection) keeps Node alive: ending it.\n');
    process.exit();
  }, 5000).unref();
}

function requireRun(name: string, module: object): JobFunction {
  const run = findRun(module);
  if (run) return run;
  throw new Error(`it exports no run function. Add one to src/backend/jobs/${name}/index.ts: export async function run() {}`);
}

function findRun(module: { run?: unknown; default?: unknown }): JobFunction | undefined {
  return [module.run, module.default].find((candidate) => typeof candidate === 'function') as JobFunction | undefined;
}

/** Resolved as Node resolves its main module: through links, and with or without `.js`. */
function isMain(url: string): boolean {
  const [, script] = process.argv;
  if (script === undefined) return false;
  try {
    return createRequire(url).resolve(script) === fileURLToPath(url);
  } catch {
    return false;
  }
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}
