import { setTimeout as wait } from 'node:timers/promises';
import { dueTime, Fleet, tally, working } from './fleet';

// Prints what the worker costs: npm run figures:worker. FLEET_SECONDS says how long the fleet runs.

const seconds = Number(process.env.FLEET_SECONDS ?? 60);

await measureTicks();
await measureTakeover();
await measureSchedules();

async function measureTicks(): Promise<void> {
  const names = Array.from({ length: 20 }, (_, index) => `job-${index}`);
  const sources = Object.fromEntries(names.map((name) => [name, 'export async function run() {}']));
  await using fleet = await Fleet.start(
    names.map((name) => ({ name, schedule: 'rate(1 second)' })),
    sources,
  );
  const workers = [fleet.work(), fleet.work(), fleet.work()];
  await Promise.all(workers.map((worker) => worker.until(working)));
  await wait(seconds * 1000);
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map(({ result }) => result));

  const { ticks, lost, doubled } = tally(fleet.lines, 1000);
  const late = fleet.lines.filter((line) => line.msg === 'tick taken').map((line) => line.lateMs as number);
  late.sort((a, b) => a - b);
  const at = (share: number) => late[Math.floor((late.length - 1) * share)];
  console.log(`3 workers, 20 jobs, ${seconds} s: ${ticks} ticks, ${lost} lost, ${doubled} doubled`);
  console.log(`a tick is taken ${at(0.5)} ms after its time (median), ${at(0.99)} ms (99 of 100), ${at(1)} ms (longest)`);
}

/** With the lock that a fleet has by default. */
async function measureTakeover(): Promise<void> {
  const env = { WORKER_LOCK_SECONDS: '15' };
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    await using fleet = await Fleet.start([{ name: 'long', schedule: 'rate(1 second)' }], {
      long: `export function run({ runId }: { runId: string }) {
        return runId.endsWith('#1') ? new Promise((resolve) => setTimeout(resolve, 600_000)) : undefined;
      }`,
    });
    const victim = fleet.work(env);
    const started = await victim.until((line) => line.msg === 'job started');
    const other = fleet.work(env);
    await other.until(working);
    // At another point of the lock's and the check's periods each time.
    await wait(2500 * round);
    victim.kill('SIGKILL');
    const killed = Date.now();
    const again = await other.until((line) => line.msg === 'job started' && dueTime(line) === dueTime(started));
    times.push(Date.parse(again.time) - killed);
  }
  console.log(`takeover after SIGKILL, lock of 15 s: ${times.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')}`);
}

async function measureSchedules(): Promise<void> {
  console.log('schedules  Redis memory  each     first sync  each     nothing to do');
  for (const count of [10, 100, 1000, 10_000]) {
    await using fleet = await Fleet.start(
      Array.from({ length: count }, (_, index) => ({
        name: `job-${index}`,
        schedule: `${index % 60} ${(index * 7) % 24} * * *`,
      })),
    );
    const redis = fleet.redis.client();
    const memory = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))![1]);
    // Once beforehand, so that what BullMQ's scripts take is not counted.
    await fleet.run(['--status']);
    const empty = await memory();
    const first = await timeSync(fleet);
    const bytes = (await memory()) - empty;
    const second = await timeSync(fleet);
    redis.disconnect();
    const row = [
      count,
      kilobytes(bytes),
      kilobytes(bytes / count),
      `${first} ms`,
      `${(first / count).toFixed(2)} ms`,
      `${second} ms`,
    ];
    console.log(
      row
        .map((cell, index) => String(cell).padEnd([9, 12, 7, 10, 7, 13][index]!))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** The whole command, with the start of Node. */
async function timeSync(fleet: Fleet): Promise<number> {
  const started = performance.now();
  const { code, stderr } = await fleet.run(['--sync']);
  if (code !== 0) throw new Error(stderr);
  return Math.round(performance.now() - started);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
