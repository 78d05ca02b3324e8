import type { Job } from '../scheduling/manifest';
import { rank } from '../scheduling/priority';
import { parseSchedule, type Schedule } from '../scheduling/schedule';
import type { Settings } from './settings';

/** What BullMQ keeps about a job. */
export interface Entry {
  readonly name: string;
  readonly repeat: { readonly pattern: string; readonly tz: string };
  readonly opts: {
    readonly priority: number;
    readonly attempts: number;
    readonly backoff: { readonly type: 'exponential'; readonly delay: number };
  };
}

export interface Skipped {
  readonly name: string;
  readonly schedule: string;
  readonly reason: string;
}

export interface Plan {
  readonly entries: readonly Entry[];
  readonly skipped: readonly Skipped[];
}

/** What the manifest asks of the queue, and what of it a fleet cannot do. */
export function planFleet(jobs: readonly Job[], { attempts, backoffMs }: Settings): Plan {
  const { timeZone: tz } = Intl.DateTimeFormat().resolvedOptions();
  const backoff = { type: 'exponential', delay: backoffMs } as const;
  const entries: Entry[] = [];
  const skipped: Skipped[] = [];
  // Thousands of jobs have few schedules between them, and each costs a table to read.
  const known = new Map<string, Schedule>();
  for (const job of jobs) {
    const { name, schedule } = job;
    if (schedule === undefined) continue;
    const parsed = known.get(schedule) ?? parseSchedule(schedule, tz);
    known.set(schedule, parsed);
    const reason = whyNot(job, parsed);
    if (reason) skipped.push({ name, schedule, reason });
    else entries.push({ name, repeat: { pattern: schedule, tz }, opts: { priority: toPriority(job), attempts, backoff } });
  }
  return { entries, skipped };
}

function whyNot({ name, schedule }: Job, parsed: Schedule): string | undefined {
  if (parsed.kind === 'unrunnable') return parsed.reason;
  if (parsed.kind !== 'startup') return undefined;
  return `'${schedule}' is the start of one machine, and a fleet has none. Run it there: node build/backend/jobs/scheduler.js --job ${name}`;
}

/** BullMQ's range ends at 2^21 - 1, and what has no priority there comes first. https://docs.bullmq.io/guide/jobs/prioritized */
const last = 2 ** 21 - 1;

/** Keeps our order: numbers, then labels that we do not know, then none. */
function toPriority(job: Job): number {
  const place = rank(job);
  if (place === Infinity) return last;
  if (place === Number.MAX_VALUE) return last - 1;
  return Math.min(Math.max(Math.ceil(place), 1), last - 2);
}
