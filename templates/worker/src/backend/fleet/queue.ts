import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { env } from '../env';
import { workspaceRoot } from '../workspace';
import { nextTick } from './ticks';

/** Keys in Redis begin with `webstir:<queue>:`, apart from other uses of BullMQ. */
const prefix = 'webstir';

export interface Fleet {
  readonly redis: Redis;
  readonly queue: Queue;
  /** What BullMQ's queue and worker must agree on. BullMQ reads no schedule itself: `nextTick` does. */
  readonly shared: { readonly connection: Redis; readonly prefix: string; readonly settings: object };
}

export async function openFleet(): Promise<Fleet> {
  const name = queueName();
  const redis = await connect(env.require('REDIS_URL'));
  const settings = {
    repeatStrategy: (after: number, { pattern = '', tz }: { pattern?: string; tz?: string }) => nextTick(pattern, after, tz),
  };
  const shared = { connection: redis, prefix, settings };
  return { redis, queue: new Queue(name, shared), shared };
}

export async function closeFleet({ redis, queue }: Fleet): Promise<void> {
  await queue.close();
  redis.disconnect();
}

/** Workspaces with other names do not meet in Redis; copies that share a Redis set WORKER_QUEUE. */
function queueName(): string {
  const file = path.join(workspaceRoot, 'package.json');
  const { name } = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as { name?: unknown };
  const queue = env.get('WORKER_QUEUE') ?? name;
  if (typeof queue === 'string' && /^[^:\s]+$/.test(queue)) return queue;
  throw new Error(`The queue's name is '${queue}'. It has no colon or blank. Set WORKER_QUEUE, or "name" in ${file}.`);
}

async function connect(url: string): Promise<Redis> {
  if (!/^rediss?:\/\/./.test(url)) throw new Error('REDIS_URL is no address of a Redis. Write it like redis://127.0.0.1:6379.');
  // BullMQ asks for the null: a command waits until Redis is back. https://docs.bullmq.io/guide/going-to-production
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  let reason = 'the connection was closed';
  const remember = (error: Error) => (reason = error.message || String((error as NodeJS.ErrnoException).code));
  redis.on('error', remember);
  try {
    await redis.connect();
    return redis.off('error', remember);
  } catch (error) {
    redis.disconnect();
    // The address without its password.
    const { host, port } = redis.options;
    throw new Error(`Redis at '${host}:${port}' cannot be reached: ${reason}. Start it, or correct REDIS_URL.`, {
      cause: error,
    });
  }
}
