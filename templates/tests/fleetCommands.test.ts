import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { nextRun, parseSchedule } from '../workspace/src/backend/scheduling/schedule';
import { Fleet, successes, working } from './fleet';
import { Workspace } from './workspace';

interface Status {
  readonly queue: string;
  readonly workers: string[];
  readonly jobs: { name: string; schedule: string; timeZone: string; priority: number; nextTick: string }[];
  readonly running: { job: string; worker: string; attempt: number; since: string; tick: string }[];
}

interface Changes {
  readonly added: string[];
  readonly skipped: { name: string; schedule: string; reason: string }[];
}

test('schedules mean what they mean in --watch, also where BullMQ reads others', async () => {
  // BullMQ by itself refuses @midnight, macros in capitals and W, and reads 02:30 in a spring gap as 03:30.
  const cron = [
    '0 0 * * *',
    '@midnight',
    '@Daily',
    '@weekly',
    '0 0 LW * *',
    '0 12 15W * *',
    '30 4 1,15 * 5',
    '30 2 * * 7',
    '0 0 12 1 1 *',
  ];
  const jobs = cron.map((schedule, index) => ({ name: `job-${index}`, schedule }));
  await using fleet = await Fleet.start(jobs);
  const env = { TZ: 'Europe/Berlin' };
  assert.deepEqual((await fleet.json<Changes>(['--sync'], { env })).skipped, []);
  const status = await fleet.json<Status>(['--status']);
  for (const { schedule, nextTick, timeZone } of status.jobs) {
    const expected = nextRun(parseSchedule(schedule), new Date(), 'Europe/Berlin')!;
    assert.deepEqual(
      [schedule, nextTick, timeZone],
      [schedule, expected.toISOString().replace('.000Z', '+00:00'), 'Europe/Berlin'],
    );
  }
  assert.equal(status.jobs.length, cron.length);
});

test('rates come due at multiples of their period since 1970', async () => {
  const periods = {
    'rate(1 second)': 1,
    'rate(5 minutes)': 300,
    'rate(7 minutes)': 420,
    'rate(1 hour)': 3600,
    'rate(2 days)': 172_800,
  };
  await using fleet = await Fleet.start(Object.keys(periods).map((schedule, index) => ({ name: `job-${index}`, schedule })));
  const begin = Date.now();
  await fleet.run(['--sync']);
  const { jobs } = await fleet.json<Status>(['--status']);
  for (const [schedule, period] of Object.entries(periods)) {
    const { nextTick } = jobs.find((job) => job.schedule === schedule)!;
    const due = Date.parse(nextTick);
    assert.equal(due % (period * 1000), 0, schedule);
    assert.ok(due > begin - 1000 && due <= Date.now() + period * 1000, `${schedule}: ${nextTick}`);
  }
});

test('what a fleet cannot run is left out with the reason: it never reaches BullMQ', async () => {
  const reasons = {
    '* * * *': /cron reader says/,
    '': /cron reader says/,
    '@fortnightly': /cron reader says/,
    '@every 5m': /run by Kubernetes and Temporal/,
    'cron(0 0 * * ? *)': /run by Amazon EventBridge/,
    '0 0 12 * * * 2026': /Seven fields are run by Quartz/,
    'rate(1 week)': /second\|minute\|hour\|day/,
    '0 0 30 2 *': /never comes due/,
    '@reboot':
      /is the start of one machine, and a fleet has none\. Run it there: node build\/backend\/jobs\/scheduler\.js --job job-8$/,
  };
  await using fleet = await Fleet.start(Object.keys(reasons).map((schedule, index) => ({ name: `job-${index}`, schedule })));
  const { added, skipped } = await fleet.json<Changes>(['--sync']);
  assert.deepEqual(added, []);
  assert.deepEqual(
    skipped.map(({ schedule }) => schedule),
    Object.keys(reasons),
  );
  for (const [index, reason] of Object.values(reasons).entries()) assert.match(skipped[index]!.reason, reason);

  const worker = fleet.work();
  await worker.until(working);
  const warned = worker.lines.filter((line) => line.level === 'warn');
  assert.deepEqual(
    warned.map(({ job, reason }) => [job, reason]),
    skipped.map(({ name, reason }) => [name, reason]),
  );
});

test('--sync prints what changed and nothing changes twice; jobs without a schedule are not its business', async () => {
  await using fleet = await Fleet.start([
    { name: 'nightly', schedule: '0 0 * * *' },
    { name: 'boot', schedule: '@reboot' },
    { name: 'hand' },
  ]);
  const first = await fleet.run(['--sync']);
  assert.deepEqual([first.code, first.stderr], [0, '']);
  assert.match(first.stdout, /^ADD nightly\nSKIP boot: '@reboot' is the start of one machine.*\nUNCHANGED 0\n$/);
  assert.match((await fleet.run(['--sync'])).stdout, /^SKIP boot: .*\nUNCHANGED 1\n$/);
  fleet.setJobs([{ name: 'nightly', schedule: '0 0 * * *', priority: 'high' }]);
  assert.equal((await fleet.run(['--sync'])).stdout, 'UPDATE nightly\nUNCHANGED 0\n');
  assert.equal((await fleet.run(['--sync'], { env: { WORKER_ATTEMPTS: '5' } })).stdout, 'UPDATE nightly\nUNCHANGED 0\n');
  fleet.setJobs([]);
  assert.equal((await fleet.run(['--sync'])).stdout, 'REMOVE nightly\nUNCHANGED 0\n');
});

test('--status shows workers, what runs where, and next ticks, as a table and as JSON', async () => {
  await using fleet = await Fleet.start(
    [
      { name: 'slow', schedule: 'rate(1 second)', priority: 'high' },
      { name: 'nightly', schedule: '0 0 * * *' },
    ],
    { slow: `export function run() { return new Promise((resolve) => setTimeout(resolve, 60_000)); }` },
  );
  const worker = fleet.work();
  const started = await worker.until((line) => line.msg === 'job started');
  const status = await fleet.json<Status>(['--status']);
  assert.equal(status.queue, 'webstir-workspace');
  assert.deepEqual(status.workers, [started.worker]);
  const { since, ...running } = status.running[0]!;
  assert.deepEqual(running, { job: 'slow', worker: started.worker, attempt: 1, tick: String(started.runId).replace('#1', '') });
  assert.ok(Math.abs(Date.parse(since) - Date.parse(started.time)) < 2000, since);
  assert.deepEqual(
    status.jobs.map(({ name, schedule, priority }) => [name, schedule, priority]),
    [
      ['slow', 'rate(1 second)', 2],
      ['nightly', '0 0 * * *', 2 ** 21 - 1],
    ],
  );

  const { code, stdout, stderr } = await fleet.run(['--status']);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.match(stdout, /^Queue webstir-workspace: 2 jobs, 1 running, \d waiting, 0 failed\n/);
  assert.match(
    stdout,
    new RegExp(`\n\nWORKER\n${started.worker}\n\nRUNNING  WORKER +ATTEMPT  SINCE +TICK\nslow     ${started.worker}  1        `),
  );
  assert.match(stdout, /\n\nJOB      SCHEDULE        PRIORITY  NEXT TICK\nslow     rate\(1 second\)  2         /);
  assert.match(stdout, /\nnightly  0 0 \* \* \*       2097151   \d{4}-\d\d-\d\dT00:00:00\+00:00\n$/);
});

test('workspaces of other names, and WORKER_QUEUE, stay apart in one Redis', async () => {
  await using fleet = await Fleet.start([{ name: 'mine', schedule: 'rate(1 second)' }], { mine: 'export function run() {}' });
  using other = new Workspace([{ name: 'theirs', schedule: 'rate(1 second)' }]).addWorker().build();
  other.editPackage((manifest) => Object.assign(manifest, { name: '@other/jobs' }));
  const sync = [other.path('build/backend/jobs/worker.js'), '--sync'];
  const env = { REDIS_URL: fleet.redis.url };
  assert.equal((await other.run(sync, { env })).stdout, 'ADD theirs\nUNCHANGED 0\n');
  assert.equal((await other.run(sync, { env: { ...env, WORKER_QUEUE: 'staging' } })).stdout, 'ADD theirs\nUNCHANGED 0\n');

  const worker = fleet.work();
  await worker.until((line) => line.outcome === 'succeeded');
  assert.deepEqual(
    (await fleet.json<Status>(['--status'])).jobs.map(({ name }) => name),
    ['mine'],
  );
  assert.deepEqual(new Set(successes(worker.lines).map(({ job }) => job)), new Set(['mine']));
});

test('starts that come together do not mix their manifests', async () => {
  const names = (letter: string) => Array.from({ length: 300 }, (_, index) => `${letter}-${index}`);
  const jobs = (letter: string) => names(letter).map((name) => ({ name, schedule: '@daily' }));
  await using fleet = await Fleet.start(jobs('a'));
  using other = new Workspace(jobs('b')).addWorker().build();
  const env = { REDIS_URL: fleet.redis.url };
  const sync = [other.path('build/backend/jobs/worker.js'), '--sync'];
  const runs = await Promise.all([0, 1].flatMap(() => [fleet.run(['--sync'], { env }), other.run(sync, { env })]));
  assert.deepEqual(
    runs.map(({ code }) => code),
    [0, 0, 0, 0],
  );
  const found = (await fleet.json<Status>(['--status'])).jobs.map(({ name }) => name);
  assert.deepEqual(new Set(found), new Set(names(found[0]![0]!)));
});

describe('the worker without a Redis', () => {
  let workspace: Workspace;
  before(() => {
    workspace = new Workspace([{ name: 'nightly', schedule: '@daily' }]).addWorker().build();
  });
  after(() => workspace.remove());
  const run = (args: string[], env: Record<string, string> = {}) =>
    workspace.run([workspace.path('build/backend/jobs/worker.js'), ...args], { env });

  for (const [args, message] of [
    [['--stauts'], /^Unknown option '--stauts'\. Did you mean '--status'\?\n/],
    [['--sync', '--status'], /^--sync and --status cannot be used together/],
    [['--json'], /^--json belongs to --sync and --status\.\n/],
    [['nightly'], /^Unexpected argument 'nightly'/],
  ] as const) {
    test(`${args.join(' ')} is wrong usage`, async () => {
      const { code, stdout, stderr } = await run([...args]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, message);
      assert.match(stderr, /\nUsage: node build\/backend\/jobs\/worker\.js/);
    });
  }

  test('--help goes to stdout and names every variable', async () => {
    const { code, stdout, stderr } = await run(['-h']);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    for (const name of [
      'REDIS_URL',
      'WORKER_QUEUE',
      'WORKER_CONCURRENCY',
      'WORKER_ATTEMPTS',
      'WORKER_BACKOFF_SECONDS',
      'WORKER_LOCK_SECONDS',
    ]) {
      assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
    }
  });

  for (const [env, message] of [
    [{}, 'REDIS_URL is not set. Set it in the environment, in .env.local or in .env.'],
    [{ REDIS_URL: 'localhost' }, 'REDIS_URL is no address of a Redis. Write it like redis://127.0.0.1:6379.'],
    [
      { REDIS_URL: 'redis://me:secret@127.0.0.1:1' },
      "Redis at '127.0.0.1:1' cannot be reached: connect ECONNREFUSED 127.0.0.1:1. Start it, or correct REDIS_URL.",
    ],
    [{ SHUTDOWN_SECONDS: '-1' }, "SHUTDOWN_SECONDS is '-1'. Write seconds from 0 to 2147483."],
    [{ WORKER_ATTEMPTS: '0' }, "WORKER_ATTEMPTS is '0'. Write a whole number from 1."],
    [{ WORKER_LOCK_SECONDS: '0.01' }, "WORKER_LOCK_SECONDS is '0.01'. Write seconds, 0.1 or more."],
    [
      { WORKER_QUEUE: 'a:b' },
      /^The queue's name is 'a:b'\. It has no colon or blank\. Set WORKER_QUEUE, or "name" in .*package\.json\.$/,
    ],
  ] as const) {
    test(`${JSON.stringify(env)} is one clear line`, async () => {
      const { code, stdout, stderr } = await run([], env);
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
      if (typeof message === 'string') assert.equal(stderr, `${message}\n`);
      else assert.match(stderr.trimEnd(), message);
    });
  }
});
