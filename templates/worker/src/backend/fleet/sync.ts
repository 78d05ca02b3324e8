import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { JobSchedulerJson } from 'bullmq';
import { logger } from '../observability/logger';
import type { Entry } from './plan';
import type { Fleet } from './queue';

export interface Changes {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/**
 * Brings the queue's schedulers in line with the entries. What is in line already is not touched: BullMQ would
 * replace its next tick, and so lose one that is due and waits for a worker.
 */
export function sync(fleet: Fleet, entries: readonly Entry[]): Promise<Changes> {
  return alone(fleet, async () => {
    const { queue, redis } = fleet;
    const present = new Map((await queue.getJobSchedulers()).map((scheduler) => [scheduler.key, scheduler]));
    const added = entries.filter(({ name }) => !present.has(name));
    const updated = entries.filter((entry) => present.has(entry.name) && differs(entry, present.get(entry.name)!));
    const wanted = new Set(entries.map(({ name }) => name));
    const removed = [...present.keys()].filter((name) => !wanted.has(name)).sort();

    // Equal schedules side by side are read once.
    const changed = [...added, ...updated].sort((a, b) => (a.repeat.pattern < b.repeat.pattern ? -1 : 1));
    await inBatches(changed, ({ name, repeat, opts }) => queue.upsertJobScheduler(name, repeat, { name, opts }));
    await inBatches(removed, (name) => queue.removeJobScheduler(name));
    if (removed.length > 0) await redis.hdel(queue.toKey('running'), ...removed);
    return {
      added: added.map(({ name }) => name),
      updated: updated.map(({ name }) => name),
      removed,
      unchanged: entries.length - added.length - updated.length,
    };
  });
}

function differs({ repeat, opts }: Entry, { pattern, tz, template }: JobSchedulerJson): boolean {
  return !isDeepStrictEqual({ repeat, opts }, { repeat: { pattern, tz }, opts: template?.opts });
}

/** Together, so that they share round trips; not all at once, so that other work in Redis gets its turn. */
async function inBatches<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const size = 200;
  for (let start = 0; start < items.length; start += size) {
    await Promise.all(items.slice(start, start + size).map(run));
  }
}

const lockMs = 10_000;
const release = `if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

/** One at a time, or two versions of the manifest that start together would mix. */
async function alone<T>({ queue, redis }: Fleet, work: () => Promise<T>): Promise<T> {
  const key = queue.toKey('sync');
  const token = randomUUID();
  for (let tries = 0; (await redis.set(key, token, 'PX', lockMs, 'NX')) !== 'OK'; tries++) {
    if (tries === 10) logger.info('waiting for another worker that brings the schedules in line');
    await wait(100);
  }
  const renewal = setInterval(() => void redis.pexpire(key, lockMs), lockMs / 4);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await redis.eval(release, 1, key, token);
  }
}
