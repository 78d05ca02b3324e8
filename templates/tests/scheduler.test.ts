import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, symlinkSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { align, formatTime } from '../workspace/src/backend/scheduling/list';
import { nextRun, parseSchedule } from '../workspace/src/backend/scheduling/schedule';
import { readLog, Workspace } from './workspace';

const jobs = [
  { name: 'cleanup' },
  { name: 'nightly', schedule: '0 0 * * *', description: 'Nightly maintenance window', priority: 5, owner: 'ops' },
  { name: 'boot', schedule: '@reboot' },
  { name: 'often', schedule: 'rate(5 minutes)', priority: 'low' },
  { name: 'cloud', schedule: 'cron(0 0 * * ? *)' },
  { name: 'throwing' },
  { name: 'runless' },
  { name: 'broken' },
  { name: 'unbuilt' },
  { name: 'default' },
  { name: 'rejecting' },
];

const sources = {
  cleanup: `import type { JobContext } from '../runtime';
    export async function run({ logger }: JobContext) { logger.info({ rows: 3 }, 'cleaned'); }`,
  nightly: `export async function run() { console.log('ran nightly'); }`,
  throwing: `export async function run() { throw new Error('no sessions table'); }`,
  runless: `export const run = 5;`,
  broken: `throw new Error('bad import'); export function run() {}`,
  default: `export default function () { console.log('ran default'); }`,
  rejecting: `export async function run() { await Promise.reject('only text'); }`,
};

describe('the scheduler, once', () => {
  let workspace: Workspace;
  before(() => {
    workspace = new Workspace(jobs, sources).build();
  });
  after(() => workspace.remove());

  test('--list prints a table with the next runs, from any folder', async () => {
    const midnight = formatTime(nextRun(parseSchedule('0 0 * * *'), new Date())!);
    const { code, stdout, stderr } = await workspace.scheduler(['--list'], { cwd: '/', env: { TZ: process.env.TZ } });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    const [head, cleanup, nightly, boot, often, cloud] = stdout.split('\n').map((line) => line.split(/ {2,}/));
    assert.deepEqual(head, ['NAME', 'SCHEDULE', 'DESCRIPTION', 'PRIORITY', 'NEXT RUN']);
    assert.deepEqual(cleanup, ['cleanup', '-', '-', '-', '-']);
    assert.deepEqual(nightly, ['nightly', '0 0 * * *', 'Nightly maintenance window', '5', midnight]);
    assert.deepEqual(boot, ['boot', '@reboot', '-', '-', 'at start']);
    assert.deepEqual(often, ['often', 'rate(5 minutes)', '-', 'low', 'counted from start']);
    assert.deepEqual(cloud, ['cloud', 'cron(0 0 * * ? *)', '-', '-', 'not run here']);
  });

  test('output that cannot be written is told in one line', { skip: !existsSync('/dev/full') }, () => {
    const full = openSync('/dev/full', 'w');
    const scheduler = workspace.path('build/backend/jobs/scheduler.js');
    const { status, stderr } = spawnSync(process.execPath, [scheduler, '--list'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    assert.match(stderr, /^The output cannot be written: ENOSPC: .*\n$/);
    assert.equal(status, 1);
  });

  test('--list --json is one document with every member of the entries, in their zone', async () => {
    const { code, stdout } = await workspace.scheduler(['--list', '--json'], { env: { TZ: 'Asia/Tokyo' } });
    const document = JSON.parse(stdout) as { schemaVersion: number; timeZone: string; jobs: { nextRun: string | null }[] };
    assert.deepEqual([code, document.schemaVersion, document.timeZone, document.jobs.length], [0, 1, 'Asia/Tokyo', jobs.length]);
    const { nextRun: next, ...nightly } = document.jobs[1]!;
    assert.deepEqual(nightly, jobs[1]);
    assert.match(next!, /^\d{4}-\d\d-\d\dT00:00:00\+09:00$/);
    assert.deepEqual(
      document.jobs.map((job) => job.nextRun !== null),
      jobs.map((_, index) => index === 1),
    );
  });

  test('--job runs once and logs job, schedule, run id, duration and outcome', async () => {
    const { code, stdout, stderr } = await workspace.scheduler(['--job', 'nightly']);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^ran nightly$/m);
    const [started, succeeded, ...more] = readLog(stdout);
    assert.deepEqual(more, []);
    assert.deepEqual([started!.msg, started!.job, started!.schedule], ['job started', 'nightly', '0 0 * * *']);
    assert.deepEqual(
      [succeeded!.msg, succeeded!.job, succeeded!.schedule, succeeded!.outcome],
      ['job succeeded', 'nightly', '0 0 * * *', 'succeeded'],
    );
    assert.equal(typeof succeeded!.durationMs, 'number');
    assert.match(String(succeeded!.runId), /^[0-9a-f-]{36}$/);
    assert.equal(started!.runId, succeeded!.runId);
    assert.ok(!Number.isNaN(Date.parse(succeeded!.time)) && succeeded!.time.endsWith('Z'));
  });

  test('a job gets the logger with its name and run id bound', async () => {
    const lines = readLog((await workspace.scheduler(['--job', 'cleanup'])).stdout);
    const own = lines.find((line) => line.msg === 'cleaned');
    assert.deepEqual([own?.job, own?.rows, own?.runId], ['cleanup', 3, lines[0]!.runId]);
  });

  test('a default export stands in for run', async () => {
    const { code, stdout } = await workspace.scheduler(['--job', 'default']);
    assert.deepEqual([code, /^ran default$/m.test(stdout)], [0, true]);
  });

  const failures: Record<string, RegExp> = {
    throwing: /^Job 'throwing' failed: no sessions table\n$/,
    rejecting: /^Job 'rejecting' failed: only text\n$/,
    runless: /^Job 'runless' failed: it exports no run function\. Add one to src\/backend\/jobs\/runless\/index\.ts/,
    broken: /^Job 'broken' failed: bad import\n$/,
    unbuilt: /^Job 'unbuilt' failed: its module '.*index\.js' does not exist\. Build it: webstir build --runtime backend\n$/,
    nightli: /^Job 'nightli' is not in package\.json\. Did you mean 'nightly'\? The option --list shows all jobs\.\n$/,
    elsewhere: /^Job 'elsewhere' is not in package\.json\. The option --list shows all jobs\.\n$/,
  };
  for (const [name, message] of Object.entries(failures)) {
    test(`--job ${name} says what is wrong and exits with 1`, async () => {
      const { code, stderr } = await workspace.scheduler(['--job', name]);
      assert.match(stderr, message);
      assert.equal(code, 1);
    });
  }

  test('the stack of a failure points into the source', async () => {
    const { stdout } = await workspace.scheduler(['--job', 'throwing']);
    const failed = readLog(stdout).find((line) => line.outcome === 'failed');
    assert.match((failed!.err as { stack: string }).stack, /src\/backend\/jobs\/throwing\/index\.ts:1/);
  });

  test('a job runs directly, through a link and without .js, and its failure is the exit code', async () => {
    const built = workspace.path('build/backend/jobs/nightly/index.js');
    symlinkSync(workspace.root, workspace.path('link'), 'junction');
    for (const script of [built, workspace.path('link/build/backend/jobs/nightly/index.js'), built.slice(0, -3)]) {
      const { code, stdout } = await workspace.run([script], { cwd: '/' });
      assert.equal(code, 0);
      assert.equal(stdout.match(/^ran nightly$/gm)?.length, 1, script);
      assert.equal(readLog(stdout).find((line) => line.outcome)?.outcome, 'succeeded');
    }
    for (const name of ['throwing', 'runless', 'broken']) {
      const { code, stderr } = await workspace.run([workspace.path(`build/backend/jobs/${name}/index.js`)]);
      assert.match(stderr, failures[name]!);
      assert.equal(code, 1);
    }
  });

  test('an import of a built job does not run it', async () => {
    const { code, stdout } = await workspace.run([
      '--input-type=module',
      '-e',
      `
      const { run } = await import(${JSON.stringify(`file://${workspace.path('build/backend/jobs/nightly/index.js')}`)});
      console.log(typeof run);`,
    ]);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: 'function\n' });
  });

  test('several --job run in the order given, and a failure does not stop the next', async () => {
    const { code, stdout } = await workspace.scheduler(['--job', 'throwing', '--job', 'nightly', '--job', 'throwing']);
    assert.deepEqual(
      readLog(stdout)
        .filter((line) => line.outcome)
        .map((line) => [line.job, line.outcome]),
      [
        ['throwing', 'failed'],
        ['nightly', 'succeeded'],
      ],
    );
    assert.equal(code, 1);
  });

  test('--all runs every job once, by priority, then name', async () => {
    const { code, stdout, stderr } = await workspace.scheduler(['--all']);
    const order = [
      'often',
      'nightly',
      'boot',
      'broken',
      'cleanup',
      'cloud',
      'default',
      'rejecting',
      'runless',
      'throwing',
      'unbuilt',
    ];
    assert.deepEqual(
      readLog(stdout)
        .filter((line) => line.msg === 'job started')
        .map((line) => line.job),
      order,
    );
    assert.equal(stderr.match(/^Job '.*' failed: /gm)?.length, 8);
    assert.equal(code, 1);
  });

  const misuses: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^No command is given\. Use --list, --job, --all or --watch\.\n/],
    [['--lst'], /^Unknown option '--lst'\. Did you mean '--list'\?\n/],
    [['--wacht=1'], /^Unknown option '--wacht=1'\. Did you mean '--watch'\?\n/],
    [['--frobnicate'], /^Unknown option '--frobnicate'\.\n/],
    [['-l'], /^Unknown option '-l'/],
    [['nightly'], /^Unexpected argument 'nightly'/],
    [['--job'], /^Option '--job <value>' argument missing/],
    [['--list', '--watch'], /^--list and --watch cannot be used together\. Use one of them\.\n/],
    [['--list', '--job', 'nightly'], /^--job cannot be used with --list\. Use it alone or with --watch\.\n/],
    [['--watch', '--json'], /^--json belongs to --list\.\n/],
  ];
  for (const [args, message] of misuses) {
    test(`wrong usage: ${args.join(' ') || 'nothing'}`, async () => {
      const { code, stdout, stderr } = await workspace.scheduler(args);
      assert.match(stderr, message);
      assert.match(stderr, /\nUsage: node build\/backend\/jobs\/scheduler\.js/);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    });
  }

  test('--help goes to stdout, also beside other options', async () => {
    const { code, stdout, stderr } = await workspace.scheduler(['--watch', '-h']);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /Cron runs in the process's time zone, which the TZ variable sets\./);
  });
});

test('a broken package.json is an error, not an empty list', async () => {
  using workspace = new Workspace().build();
  workspace.write('package.json', '{ "type": "module", }');
  const broken = await workspace.scheduler(['--list']);
  assert.equal(broken.code, 1);
  assert.doesNotMatch(broken.stdout, /no jobs/);

  workspace.write('package.json', '{ "type": "module", "webstir": { "module": { "jobs": [{ "name": 1 }] } } }');
  const wrong = await workspace.scheduler(['--list']);
  assert.deepEqual([wrong.code, wrong.stdout], [1, '']);
  assert.match(wrong.stderr, /^.*package\.json: webstir\.module\.jobs\[0\]\.name is 1; expected text\.\n$/);
});

test('TZ from .env moves the next runs', async () => {
  using workspace = new Workspace([{ name: 'daily', schedule: '@daily' }]).build();
  workspace.write('.env', 'TZ=America/New_York\n');
  const { stdout } = await workspace.scheduler(['--list'], { env: { TZ: undefined } });
  assert.match(stdout, /T00:00:00-0[45]:00\n$/);
});

test('columns line up beside characters that are two columns wide, or none', () => {
  const rows = [['NAME', 'x'], ['日本語', 'x'], ['한국어 🚀', 'x'], ['cafe\u0301', 'x'], ['🇩🇪', 'x'], ['ｶﾅ', 'x']];
  assert.equal(
    align(rows),
    'NAME       x\n日本語     x\n한국어 🚀  x\ncafe\u0301       x\n🇩🇪         x\nｶﾅ         x\n',
  );
});

test('an empty workspace lists no jobs and says how to add one', async () => {
  using workspace = new Workspace().build();
  const { code, stdout } = await workspace.scheduler(['--list']);
  assert.deepEqual({ code, stdout }, { code: 0, stdout: 'There are no jobs. Add one: webstir add-job <name>\n' });
});

test('200 jobs are listed and run', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `job-${String(index).padStart(3, '0')}`);
  const entries = names.map((name, index) => ({ name, schedule: `${index % 60} ${index % 24} * * *` }));
  using workspace = new Workspace(entries, Object.fromEntries(names.map((name) => [name, 'export function run() {}']))).build();
  const list = await workspace.scheduler(['--list']);
  assert.equal(list.stdout.split('\n').length, 202);
  const all = await workspace.scheduler(['--all']);
  assert.equal(all.code, 0);
  assert.deepEqual(
    readLog(all.stdout)
      .filter((line) => line.outcome === 'succeeded')
      .map((line) => line.job),
    names,
  );
});

test('a handle that a job left open does not keep a finished run alive', async () => {
  using workspace = new Workspace([{ name: 'leaky' }], {
    leaky: `export function run() { setInterval(() => {}, 1000); }`,
  }).build();
  const { code, stderr } = await workspace.scheduler(['--job', 'leaky']);
  assert.equal(code, 0);
  assert.match(stderr, /a handle that a job left open/);
});

for (const [what, body] of [
  ['ends the process', 'process.exit(0);'],
  ['waits for something that never comes', 'await new Promise(() => {});'],
]) {
  test(`a job that ${what} has failed, and says so`, async () => {
    using workspace = new Workspace([{ name: 'odd' }], { odd: `export async function run() { ${body} }\n` });
    const { code, stdout, stderr } = await workspace.build().scheduler(['--job', 'odd']);
    assert.deepEqual(
      { code, stderr },
      { code: 1, stderr: `Job 'odd' failed: it ended the process, or waits for something that never comes.\n` },
    );
    assert.equal(readLog(stdout).at(-1)?.outcome, 'failed');
  });
}
