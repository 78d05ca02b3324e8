import { DelayedError, UnrecoverableError, type Job as BullJob } from 'bullmq';
import { runJob } from '../jobs/runtime';
import { jobLogger, type Logger } from '../observability/logger';
import type { Job } from '../scheduling/manifest';
import type { Fleet } from './queue';

/** One due time of one job, as BullMQ carries it. */
export type Tick = BullJob<unknown, 'succeeded' | 'skipped' | 'dropped'>;

const handBackMs = 1000;

/** Runs a tick, or says why not. An error makes BullMQ try again, or give up after the last attempt. */
export async function runTick(fleet: Fleet, jobs: ReadonlyMap<string, Job>, tick: Tick, token?: string) {
  const attempt = countAttempts(tick);
  const log = tickLogger(tick).child({ attempt, attempts: tick.opts.attempts });
  if (attempt > tick.opts.attempts!) throw new UnrecoverableError('the worker died with every attempt');
  if (!(await isScheduled(fleet, tick))) {
    log.warn({ outcome: 'dropped' }, 'tick dropped: the job, or its schedule, was removed');
    return 'dropped';
  }
  const job = jobs.get(tick.name);
  if (!job)
    return handBack(tick, token, log, 'tick handed back: its job is newer than this worker. Restart it with the new build');

  const runningId = await claim(fleet, tick);
  if (runningId !== null) return giveWay(tick, token, log.child({ runningId }));
  log.info({ lateMs: Date.now() - dueTime(tick) }, 'tick taken');
  const { error } = await runJob(job, undefined, `${tick.id}#${attempt}`);
  if (error) throw error;
  return 'succeeded';
}

/** What becomes of a tick that failed. */
export function logFailure(tick: Tick | undefined, error: Error): void {
  if (!tick) return;
  const { attemptsMade, stalledCounter, finishedOn, delay } = tick;
  const log = tickLogger(tick).child({
    attempt: attemptsMade + stalledCounter,
    attempts: tick.opts.attempts,
    error: error.message,
  });
  if (finishedOn) log.error({ outcome: 'dead' }, 'tick failed for good: it is in the list of failures');
  else log.warn({ outcome: 'retried', waitMs: delay }, 'tick will be tried again');
}

/** A start whose worker died counts as one too: a job that kills its worker must not go round for ever. */
function countAttempts({ attemptsMade, stalledCounter }: Tick): number {
  return attemptsMade + stalledCounter + 1;
}

/** As `--watch` does, a new tick gives way to the last one. One that has run already waits its turn instead. */
function giveWay(tick: Tick, token: string | undefined, log: Logger) {
  if (countAttempts(tick) > 1) return handBack(tick, token, log, 'tick waits: another run of its job is going');
  log.warn({ outcome: 'skipped' }, 'job skipped: still running');
  return 'skipped';
}

async function handBack(tick: Tick, token: string | undefined, log: Logger, message: string): Promise<never> {
  log.warn({ outcome: 'handed back', waitMs: handBackMs }, message);
  await tick.moveToDelayed(Date.now() + handBackMs, token);
  throw new DelayedError();
}

async function isScheduled({ redis, queue }: Fleet, tick: Tick): Promise<boolean> {
  return (await redis.zscore(queue.toKey('repeat'), tick.name)) !== null;
}

/** A tick is going as long as BullMQ counts it among the active: that of a dead worker too, until it is taken over. */
const claimScript = `
local running = redis.call('hget', KEYS[1], ARGV[1])
if running and running ~= ARGV[2] and redis.call('lpos', KEYS[2], running) then return running end
redis.call('hset', KEYS[1], ARGV[1], ARGV[2])`;

/** Makes this tick its job's only one; else gives the tick that is going. */
function claim({ redis, queue }: Fleet, tick: Tick): Promise<unknown> {
  return redis.eval(claimScript, 2, queue.toKey('running'), queue.toKey('active'), tick.name, tick.id!);
}

/** BullMQ's ids end with it: repeat:<job>:<milliseconds>. */
function dueTime(tick: Tick): number {
  return Number(tick.id!.slice(tick.id!.lastIndexOf(':') + 1));
}

function tickLogger(tick: Tick): Logger {
  return jobLogger(tick.name).child({ tick: tick.id });
}
