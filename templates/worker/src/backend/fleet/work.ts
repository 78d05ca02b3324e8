import { existsSync } from 'node:fs';
import { Worker } from 'bullmq';
import { modulePath } from '../jobs/runtime';
import { jobLogger, logger } from '../observability/logger';
import { readJobs, type Job } from '../scheduling/manifest';
import { surviveStrayErrors } from '../scheduling/watch';
import { onShutdown } from '../shutdown';
import { planFleet, type Plan } from './plan';
import { closeFleet, openFleet, type Fleet } from './queue';
import { readSettings, workerId, type Settings } from './settings';
import { sync } from './sync';
import { logFailure, runTick, type Tick } from './tick';

/** Brings the queue in line with the manifest, then runs ticks until SIGINT or SIGTERM. */
export async function work(): Promise<void> {
  logger.setBindings({ worker: workerId });
  let close = async (): Promise<void> => {};
  onShutdown(() => close());
  const jobs = readJobs();
  const settings = readSettings();
  const plan = planFleet(jobs, settings);
  const fleet = await openFleet();
  const complain = (error: Error) => logger.error({ err: error }, 'trouble with Redis');
  fleet.redis.on('error', complain);
  fleet.queue.on('error', complain);

  warn(plan);
  logger.info({ queue: fleet.queue.name, ...(await sync(fleet, plan.entries)) }, 'schedules are in line with package.json');
  surviveStrayErrors();
  const worker = startWorker(fleet, jobs, settings).on('error', complain);
  close = async () => {
    await worker.close();
    await closeFleet(fleet);
  };
}

function startWorker(fleet: Fleet, jobs: readonly Job[], settings: Settings): Worker {
  const known = new Map(jobs.map((job) => [job.name, job]));
  const worker = new Worker(fleet.queue.name, (tick: Tick, token) => runTick(fleet, known, tick, token), {
    ...fleet.shared,
    name: workerId,
    concurrency: settings.concurrency,
    lockDuration: settings.lockMs,
    stalledInterval: Math.ceil(settings.lockMs / 3),
    // Records of done ticks also keep a machine whose clock is behind from running them again.
    removeOnComplete: { age: 3600, count: 1000 },
    removeOnFail: { count: 1000 },
  });
  const { concurrency } = settings;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  worker.on('ready', () => logger.info({ queue: worker.name, concurrency, timeZone }, 'working'));
  worker.on('stalled', (id) => logger.warn({ tick: id }, 'tick is taken over: its worker is gone'));
  worker.on('failed', logFailure);
  return worker;
}

function warn({ entries, skipped }: Plan): void {
  for (const { name, schedule, reason } of skipped) {
    jobLogger(name).warn({ schedule, reason }, 'job is left out: its schedule cannot be run by a fleet');
  }
  for (const { name } of entries) {
    if (!existsSync(modulePath(name))) jobLogger(name).warn('job has no module yet. Build it: webstir build --runtime backend');
  }
}
