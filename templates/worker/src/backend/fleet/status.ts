import { align, formatTime, toCell } from '../scheduling/list';
import type { Fleet } from './queue';
import type { Tick } from './tick';

export interface Status {
  readonly queue: string;
  readonly workers: readonly string[];
  /** By next tick. */
  readonly jobs: readonly { name: string; schedule?: string; timeZone?: string; priority?: number; nextTick: string | null }[];
  readonly running: readonly { tick: string; job: string; worker: string | null; attempt: number; since: string | null }[];
  /** Due, and waiting for a worker. */
  readonly waiting: number;
  /** How many ticks failed for good; `failures` are the last of them. */
  readonly failed: number;
  readonly failures: readonly { tick: string; job: string; attempts: number; at: string | null; error: string }[];
}

const mostFailures = 20;

export async function readStatus({ queue }: Fleet): Promise<Status> {
  const [schedulers, active, failures, counts, clients] = await Promise.all([
    queue.getJobSchedulers(0, -1, true),
    queue.getActive() as Promise<Tick[]>,
    queue.getFailed(0, mostFailures - 1) as Promise<Tick[]>,
    queue.getJobCounts('waiting', 'prioritized', 'failed'),
    queue.getWorkers(),
  ]);
  return {
    queue: queue.name,
    workers: clients.map(({ rawname = '' }) => rawname.slice(rawname.lastIndexOf(':') + 1)).sort(),
    jobs: schedulers.map(({ key, pattern, tz, template, next }) => ({
      name: key,
      schedule: pattern,
      timeZone: tz,
      priority: template?.opts?.priority,
      nextTick: toTime(next),
    })),
    // Ticks come one by one, so that one may have ended since the list was read.
    running: active
      .filter(({ finishedOn }) => !finishedOn)
      .map((tick) => ({
        tick: tick.id!,
        job: tick.name,
        worker: tick.processedBy ?? null,
        attempt: tick.attemptsMade + tick.stalledCounter + 1,
        since: toTime(tick.processedOn),
      })),
    waiting: counts.waiting! + counts.prioritized!,
    failed: counts.failed!,
    failures: failures.map((tick) => ({
      tick: tick.id!,
      job: tick.name,
      attempts: tick.attemptsMade + tick.stalledCounter,
      at: toTime(tick.finishedOn),
      error: tick.failedReason,
    })),
  };
}

/** The status as tables for people. */
export function formatStatus({ queue, workers, jobs, running, waiting, failed, failures }: Status): string {
  const runs = running.map(({ job, worker, attempt, since, tick }) => [job, worker, attempt, since, tick]);
  const next = jobs.map(({ name, schedule, priority, nextTick }) => [name, schedule, priority, nextTick]);
  const dead = failures.map(({ job, attempts, at, error, tick }) => [job, attempts, at, error, tick]);
  return [
    `Queue ${queue}: ${jobs.length} jobs, ${running.length} running, ${waiting} waiting, ${failed} failed\n`,
    table(
      ['WORKER'],
      workers.map((worker) => [worker]),
    ),
    table(['RUNNING', 'WORKER', 'ATTEMPT', 'SINCE', 'TICK'], runs),
    table(['JOB', 'SCHEDULE', 'PRIORITY', 'NEXT TICK'], next),
    table(['FAILED', 'ATTEMPTS', 'AT', 'ERROR', 'TICK'], dead),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return rows.length === 0 ? '' : align([head, ...rows.map((row) => row.map((cell) => toCell(cell ?? undefined)))]);
}

function toTime(milliseconds?: number | null): string | null {
  return milliseconds ? formatTime(new Date(milliseconds)) : null;
}
