import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { dueTime, Fleet, successes, tally, working } from './fleet';
import type { LogLine } from './workspace';

const noop = 'export async function run() {}';
const each = (names: readonly string[], text: string) => Object.fromEntries(names.map((name) => [name, text]));
const seconds = Number(process.env.FLEET_SECONDS ?? 10);

/** Waits for what all workers together log. */
async function until(fleet: Fleet, what: string, test: (lines: LogLine[]) => boolean, ms = 15_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!test(fleet.lines)) {
    if (Date.now() > deadline)
      assert.fail(`${what} did not come in ${ms} ms:\n${fleet.workers.map((w) => w.stdout + w.stderr).join('\n')}`);
    await wait(25);
  }
}

test(`three workers run 20 jobs at rate(1 second) for ${seconds} s: every tick once, on all of them`, async (context) => {
  const names = Array.from({ length: 20 }, (_, index) => `job-${index}`);
  const jobs = names.map((name) => ({ name, schedule: 'rate(1 second)' }));
  await using fleet = await Fleet.start(jobs, each(names, noop));
  const workers = [fleet.work(), fleet.work(), fleet.work()];
  await Promise.all(workers.map((worker) => worker.until(working)));
  await wait(seconds * 1000);
  for (const worker of workers) worker.kill('SIGTERM');
  for (const worker of workers) {
    const { code, stderr } = await worker.result;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  }

  const { ticks, lost, doubled } = tally(fleet.lines, 1000);
  const shares = workers.map(({ lines }) => successes(lines).length);
  context.diagnostic(`${ticks} ticks, ${lost} lost, ${doubled} doubled; ${shares.join(' + ')} on the workers`);
  assert.deepEqual({ lost, doubled }, { lost: 0, doubled: 0 });
  assert.ok(ticks >= 20 * (seconds - 1), `${ticks} ticks`);
  assert.ok(
    shares.every((share) => share > ticks / 10),
    `${shares} on the workers`,
  );
});

test('a new tick is skipped while the last run is going, on whatever worker, and says what it waited for', async () => {
  await using fleet = await Fleet.start([{ name: 'slow', schedule: 'rate(1 second)' }], {
    slow: `export function run() { return new Promise((resolve) => setTimeout(resolve, 2500)); }`,
  });
  fleet.work();
  fleet.work();
  await until(fleet, 'a second success', (lines) => successes(lines).length >= 2);

  const [first, second] = successes(fleet.lines);
  const skipped = fleet.lines.filter((line) => line.outcome === 'skipped' && first!.runId === `${line.runningId}#1`);
  assert.deepEqual(
    skipped.map((line) => [line.job, line.level, line.msg, dueTime(line) - dueTime(first!)]),
    [1000, 2000].map((after) => ['slow', 'warn', 'job skipped: still running', after]),
  );
  assert.equal(dueTime(second!) - dueTime(first!), 3000);
});

test('a worker that is killed in the middle of a job is taken over, and the tick succeeds once', async (context) => {
  await using fleet = await Fleet.start([{ name: 'long', schedule: 'rate(1 second)' }], {
    long: `import { existsSync, writeFileSync } from 'node:fs';
      export async function run() {
        if (existsSync('killed')) return;
        writeFileSync('killed', '');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      }`,
  });
  const victim = fleet.work();
  const started = await victim.until((line) => line.msg === 'job started');
  const other = fleet.work();
  await other.until(working);
  victim.kill('SIGKILL');
  const killed = Date.now();
  const again = await other.until((line) => line.msg === 'job started' && dueTime(line) === dueTime(started));
  const ms = Date.parse(again.time) - killed;
  context.diagnostic(`taken over ${ms} ms after the kill, with a lock of 1500 ms`);

  assert.equal(again.runId, String(started.runId).replace('#1', '#2'), 'the second attempt of the same tick');
  assert.ok(ms < 1500 + 2 * 500 + 1500, `${ms} ms`);
  assert.ok(
    other.lines.some((line) => line.msg === 'tick is taken over: its worker is gone' && `${line.tick}#1` === started.runId),
  );
  await until(fleet, 'later ticks', () => successes(other.lines, 'long').length >= 3);
  assert.equal(successes(fleet.lines).filter((line) => dueTime(line) === dueTime(started)).length, 1);
});

test('a tick that comes due between the death of a worker and the takeover does not get ahead of it', async () => {
  await using fleet = await Fleet.start([{ name: 'long', schedule: 'rate(1 second)' }], {
    long: `export function run({ runId }) {
      return runId.endsWith('#1') ? new Promise((resolve) => setTimeout(resolve, 60_000)) : undefined;
    }`,
  });
  // The longer the lock, the longer the time between its end and the next look for dead workers.
  const env = { WORKER_LOCK_SECONDS: '6' };
  const victim = fleet.work(env);
  const started = await victim.until((line) => line.msg === 'job started');
  const other = fleet.work(env);
  await other.until(working);
  victim.kill('SIGKILL');
  const next = await other.until((line) => line.msg === 'job started');
  assert.equal(next.runId, String(started.runId).replace('#1', '#2'));
});

test('a job that kills every worker is given up after its attempts', async () => {
  await using fleet = await Fleet.start([], {
    poison: `export async function run() { process.kill(process.pid, 'SIGKILL'); await new Promise(() => {}); }`,
  });
  // One tick, then none for a minute; a machine that is late for the first has another.
  const soon = new Date(Date.now() + 3000);
  fleet.setJobs([{ name: 'poison', schedule: `${soon.getUTCSeconds()} * * * * *` }]);
  for (let attempt = 1; attempt <= 2; attempt++) {
    const worker = fleet.work({ WORKER_ATTEMPTS: '2' });
    await worker.until((line) => line.runId !== undefined && String(line.runId).endsWith(`#${attempt}`));
    assert.equal((await worker.result).code, null);
  }
  const survivor = fleet.work({ WORKER_ATTEMPTS: '2' });
  const dead = await survivor.until((line) => line.outcome === 'dead');
  assert.deepEqual([dead.job, dead.error, dead.attempts], ['poison', 'the worker died with every attempt', 2]);
  assert.equal(survivor.lines.filter((line) => line.msg === 'job started').length, 0);
});

test('a job that always fails is tried again, waits twice as long each time, and ends in the list of failures', async () => {
  await using fleet = await Fleet.start([{ name: 'failing', schedule: 'rate(5 seconds)' }], {
    failing: `export async function run() { throw new Error('no sessions table'); }`,
  });
  const worker = fleet.work({ WORKER_BACKOFF_SECONDS: '0.5' });
  const dead = await worker.until((line) => line.outcome === 'dead');

  const runs = worker.lines.filter((line) => line.msg === 'job started' && dueTime(line) === dueTime(dead));
  assert.deepEqual(
    runs.map((line) => line.runId),
    [1, 2, 3].map((attempt) => `${dead.tick}#${attempt}`),
  );
  const [first, second, third] = runs.map((line) => Date.parse(line.time)) as [number, number, number];
  assert.ok(second - first >= 500 && second - first < 1000, `${second - first} ms`);
  assert.ok(third - second >= 1000 && third - second < 2000, `${third - second} ms`);
  assert.deepEqual([dead.level, dead.attempt, dead.attempts, dead.error], ['error', 3, 3, 'no sessions table']);

  const { failed, failures } = await fleet.json<{ failed: number; failures: Record<string, unknown>[] }>(['--status']);
  assert.equal(failed, 1);
  const { at, ...failure } = failures[0]!;
  assert.deepEqual(failure, { tick: dead.tick, job: 'failing', attempts: 3, error: 'no sessions table' });
  assert.match(String(at), /^\d{4}-\d\d-\d\dT/);
});

test('Redis is killed and comes back with its append-only file: the fleet goes on, and no tick runs twice', async () => {
  await using fleet = await Fleet.start([{ name: 'tick', schedule: 'rate(1 second)' }], { tick: noop });
  const workers = [fleet.work(), fleet.work()];
  await until(fleet, 'a first success', (lines) => successes(lines).length >= 2);
  await fleet.redis.kill();
  await until(fleet, 'trouble', (lines) => lines.some((line) => line.msg === 'trouble with Redis'));
  const before = successes(fleet.lines).length;
  await fleet.redis.run();
  await until(fleet, 'three more', (lines) => successes(lines).length >= before + 3, 20_000);
  assert.equal(tally(fleet.lines, 1000).doubled, 0);
  for (const worker of workers) worker.kill('SIGTERM');
  for (const worker of workers) assert.equal((await worker.result).code, 0);
});

test('a changed manifest that is brought in line takes effect while workers run, and what did not change loses no tick', async () => {
  const names = ['same', 'slower', 'gone', 'new'];
  const job = (name: string, schedule = 'rate(1 second)') => ({ name, schedule });
  await using fleet = await Fleet.start(
    ['same', 'slower', 'gone'].map((name) => job(name)),
    each(names, noop),
  );
  const old = fleet.work();
  await until(fleet, 'successes', (lines) => successes(lines, 'gone').length >= 2);

  fleet.setJobs([job('same'), job('slower', 'rate(2 seconds)'), job('new')]);
  const changes = await fleet.json(['--sync']);
  const synced = Date.now();
  assert.deepEqual(changes, {
    schemaVersion: 1,
    queue: 'webstir-workspace',
    added: ['new'],
    updated: ['slower'],
    removed: ['gone'],
    unchanged: 1,
    skipped: [],
  });
  const handedBack = await old.until((line) => line.outcome === 'handed back');
  assert.deepEqual([handedBack.job, handedBack.level], ['new', 'warn']);
  assert.match(handedBack.msg, /^tick handed back: its job is newer than this worker\. Restart it with the new build$/);

  const current = fleet.work();
  await until(fleet, 'the new job', (lines) => successes(lines, 'new').length >= 1);
  await until(fleet, 'three more', (lines) => successes(lines, 'same').filter((line) => dueTime(line) > synced).length >= 6);
  assert.equal(successes(old.lines, 'new').length, 0);
  assert.ok(successes(current.lines, 'new').length > 0);
  const later = (name: string) =>
    successes(fleet.lines, name)
      .map(dueTime)
      .filter((due) => due > synced + 1000);
  assert.deepEqual(later('gone'), []);
  assert.ok(later('slower').length >= 2 && later('slower').every((due) => due % 2000 === 0), `${later('slower')}`);
  const same = tally(successes(fleet.lines, 'same'), 1000);
  assert.deepEqual([same.lost, same.doubled], [0, 0]);
  assert.equal(old.stderr + current.stderr, '');
});

test('a tick whose job was removed meanwhile is dropped, and says so', async () => {
  await using fleet = await Fleet.start([{ name: 'gone', schedule: 'rate(1 second)' }], {
    gone: `export async function run() { throw new Error('once'); }`,
  });
  const worker = fleet.work({ WORKER_BACKOFF_SECONDS: '1.5' });
  const retried = await worker.until((line) => line.outcome === 'retried');
  fleet.setJobs([]);
  await fleet.run(['--sync']);
  const dropped = await worker.until((line) => line.outcome === 'dropped' && line.tick === retried.tick);
  assert.deepEqual([dropped.level, dropped.msg], ['warn', 'tick dropped: the job, or its schedule, was removed']);
});

const slow = `export async function run() { await new Promise((resolve) => setTimeout(resolve, 1500)); console.log('finished'); }`;

test('SIGTERM lets the running job finish, takes no other, and exits with 0', async () => {
  await using fleet = await Fleet.start(
    [
      { name: 'slow', schedule: 'rate(4 seconds)' },
      { name: 'tick', schedule: 'rate(1 second)' },
    ],
    {
      slow,
      tick: noop,
    },
  );
  const worker = fleet.work();
  await worker.until((line) => line.job === 'slow' && line.msg === 'job started');
  worker.kill('SIGTERM');
  const stopping = await worker.until((line) => line.msg === 'shutting down');
  const { code, stdout, stderr } = await worker.result;
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.match(stdout, /^finished$/m);
  assert.equal(successes(worker.lines, 'slow').length, 1);
  assert.deepEqual(
    successes(worker.lines, 'tick').filter((line) => Date.parse(line.time) > Date.parse(stopping.time) + 100),
    [],
  );
});

test('a job that SHUTDOWN_SECONDS cut off is run again by another worker', async () => {
  await using fleet = await Fleet.start([{ name: 'slow', schedule: 'rate(4 seconds)' }], { slow });
  const hasty = fleet.work({ SHUTDOWN_SECONDS: '0.2' });
  const started = await hasty.until((line) => line.msg === 'job started');
  hasty.kill('SIGINT');
  assert.equal((await hasty.result).code, 1);
  const other = fleet.work();
  await other.until((line) => line.outcome === 'succeeded' && dueTime(line) === dueTime(started));
  assert.equal(successes(fleet.lines).filter((line) => dueTime(line) === dueTime(started)).length, 1);
});

test('workers that are short take the ticks by priority: numbers and known labels, other labels, then none', async () => {
  const priorities = { f: -1, e: 'critical', d: 2, c: 'LOW', b: 5_000_000, a2: 'sometime', a1: undefined };
  const names = Object.keys(priorities);
  const jobs = Object.entries(priorities).map(([name, priority]) => ({ name, schedule: 'rate(3 seconds)', priority }));
  // Listed from last to first, so that the order of the manifest does not help.
  await using fleet = await Fleet.start(jobs.toReversed(), each(names, noop));
  fleet.work({ WORKER_CONCURRENCY: '1' });
  await until(fleet, 'two rounds', (lines) => successes(lines).length >= 2 * names.length);
  const order = successes(fleet.lines).slice(names.length, 2 * names.length);
  // The first two share BullMQ's highest priority.
  assert.deepEqual(new Set(order.slice(0, 2).map((line) => line.job)), new Set(['f', 'e']));
  assert.deepEqual(
    order.slice(2).map((line) => line.job),
    names.slice(2),
  );
});

test("the fleet keeps to one zone, that of the last start, whatever a worker's own", async () => {
  const tokyo = (new Date().getUTCHours() + 9) % 24;
  const schedule = `* * ${tokyo},${(tokyo + 1) % 24} * * *`;
  await using fleet = await Fleet.start([{ name: 'local', schedule }], { local: noop });
  const worker = fleet.work({ TZ: 'UTC' });
  await worker.until(working);
  await fleet.run(['--sync'], { env: { TZ: 'Asia/Tokyo' } });
  await until(fleet, 'three ticks in Tokyo', (lines) => successes(lines).length >= 3);
  const { jobs } = await fleet.json<{ jobs: { timeZone: string }[] }>(['--status']);
  assert.equal(jobs[0]!.timeZone, 'Asia/Tokyo');
  assert.equal(tally(fleet.lines, 1000).lost, 0);
});
