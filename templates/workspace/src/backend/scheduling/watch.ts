import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { modulePath, runJob } from '../jobs/runtime';
import { jobLogger, logger } from '../observability/logger';
import { onShutdown } from '../shutdown';
import type { Job } from './manifest';
import { nextRun, parseSchedule, type Schedule } from './schedule';
import { every, Timetable } from './timetable';

/** Runs jobs when they are due, until SIGINT or SIGTERM; ends by itself when nothing will ever be due. */
export function watch(jobs: readonly Job[]): void {
  const timetable = new Timetable();
  const running = new Map<string, Run>();
  surviveStrayErrors();
  onShutdown(() => drain(timetable, running));

  const start = Date.now();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  logger.info({ timeZone, jobs: jobs.length }, 'watching');
  for (const job of jobs) {
    const schedule = parseSchedule(job.schedule ?? '');
    if (!isRunnable(job, schedule)) continue;
    if (schedule.kind === 'startup') tick(job, running);
    else timetable.add(dueTimes(schedule, start), () => tick(job, running));
  }
  timetable.start();
}

interface Run {
  readonly id: string;
  readonly done: Promise<unknown>;
}

/** Starts a run, unless the last one is still going. */
function tick(job: Job, running: Map<string, Run>): void {
  const id = randomUUID();
  const previous = running.get(job.name);
  if (previous) {
    jobLogger(job.name).warn(
      { schedule: job.schedule, runId: id, runningId: previous.id, outcome: 'skipped' },
      'job skipped: still running',
    );
    return;
  }
  const done = runJob(job, undefined, id).finally(() => running.delete(job.name));
  running.set(job.name, { id, done });
}

function isRunnable(job: Job, schedule: Schedule): boolean {
  if (job.schedule === undefined) return false;
  const log = jobLogger(job.name);
  if (schedule.kind === 'unrunnable') {
    log.warn({ schedule: job.schedule, reason: schedule.reason }, 'job is not watched: its schedule cannot be run here');
    return false;
  }
  if (!existsSync(modulePath(job.name))) {
    log.warn({ schedule: job.schedule }, 'job has no module yet. Build it: webstir build --runtime backend');
  }
  return true;
}

function dueTimes(schedule: Schedule, start: number): (after: number) => number {
  if (schedule.kind === 'rate') return every(schedule.period, start);
  return (after) => nextRun(schedule, new Date(after))?.getTime() ?? Infinity;
}

async function drain(timetable: Timetable, running: Map<string, Run>): Promise<void> {
  timetable.stop();
  if (running.size > 0) logger.info({ running: [...running.keys()] }, 'waiting for running jobs');
  await Promise.all([...running.values()].map(({ done }) => done));
}

/** A promise or callback that a job forgot must not stop the other jobs. */
export function surviveStrayErrors(): void {
  process.on('unhandledRejection', (reason) => logger.error({ err: reason }, 'a job left a rejected promise behind'));
  process.on('uncaughtException', (error) => logger.error({ err: error }, 'a job threw outside its run'));
}
