import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace, type LogLine } from './workspace';

const noop = 'export async function run() {}';
const starts = (lines: readonly LogLine[], job: string) => lines.filter((line) => line.job === job && line.msg === 'job started');

test('rates and cron come due on time, @reboot at once, and SIGTERM ends the watch with 0', async () => {
  using workspace = new Workspace(
    [
      { name: 'boot', schedule: '@reboot' },
      { name: 'rate', schedule: 'rate(1 second)' },
      { name: 'cron', schedule: '* * * * * *' },
      { name: 'hand' },
    ],
    { boot: noop, rate: noop, cron: noop, hand: noop },
  ).build();
  const watch = workspace.start([workspace.path('build/backend/jobs/scheduler.js'), '--watch'], { cwd: '/' });
  const begin = Date.parse((await watch.until((line) => line.msg === 'watching')).time);
  await watch.until(() => starts(watch.lines, 'rate').length >= 5);
  watch.kill('SIGTERM');
  const { code, stderr } = await watch.result;

  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.equal(starts(watch.lines, 'boot').length, 1);
  assert.equal(starts(watch.lines, 'hand').length, 0);
  const rate = starts(watch.lines, 'rate').map((line) => Date.parse(line.time) - begin);
  assert.equal(rate.length, 5, 'the timers stop at the signal');
  for (const [index, elapsed] of rate.entries()) {
    assert.ok(Math.abs(elapsed - (index + 1) * 1000) < 400, `run ${index} came after ${elapsed} ms`);
  }
  const cron = starts(watch.lines, 'cron').map((line) => Date.parse(line.time) % 1000);
  assert.ok(cron.length >= 4 && cron.length <= 6, `${cron.length} runs`);
  assert.ok(
    cron.every((milliseconds) => milliseconds < 400),
    `${cron} ms after the second`,
  );
});

test('a run that is still going is skipped and said so, and the others go on', async () => {
  using workspace = new Workspace(
    [
      { name: 'slow', schedule: 'rate(1 second)' },
      { name: 'failing', schedule: 'rate(1 second)' },
      { name: 'stray', schedule: 'rate(1 second)' },
      { name: 'good', schedule: 'rate(1 second)' },
    ],
    {
      slow: `export function run() { return new Promise((resolve) => setTimeout(resolve, 2500)); }`,
      failing: `export async function run() { throw new Error('always'); }`,
      stray: `export function run() { void Promise.reject(new Error('forgotten')); setTimeout(() => { throw new Error('later'); }, 1); }`,
      good: noop,
    },
  ).build();
  const watch = workspace.start([workspace.path('build/backend/jobs/scheduler.js'), '--watch']);
  await watch.until((line) => starts(watch.lines, 'good').length >= 4 && line.msg === 'watching');
  await watch.until((line) => line.job === 'slow' && line.outcome === 'succeeded');
  watch.kill('SIGINT');
  assert.equal((await watch.result).code, 0);

  const [first] = starts(watch.lines, 'slow');
  const skipped = watch.lines.filter((line) => line.outcome === 'skipped' && line.runningId === first!.runId);
  assert.deepEqual(
    skipped.map((line) => [line.job, line.schedule, line.level]),
    Array(2).fill(['slow', 'rate(1 second)', 'warn']),
  );
  assert.equal(
    watch.lines.filter((line) => line.job === 'failing' && line.outcome === 'failed').length,
    starts(watch.lines, 'failing').length,
  );
  assert.ok(starts(watch.lines, 'failing').length >= 4);
  const messages = new Set(watch.lines.map((line) => line.msg));
  assert.ok(messages.has('a job left a rejected promise behind') && messages.has('a job threw outside its run'));
});

const slow = `export async function run() { await new Promise((resolve) => setTimeout(resolve, 1500)); console.log('finished'); }`;

test('SIGTERM lets a running job finish', async () => {
  using workspace = new Workspace(
    [
      { name: 'slow', schedule: '@reboot' },
      { name: 'tick', schedule: 'rate(1 second)' },
    ],
    { slow, tick: noop },
  ).build();
  const watch = workspace.start([workspace.path('build/backend/jobs/scheduler.js'), '--watch']);
  await watch.until((line) => line.job === 'slow');
  watch.kill('SIGTERM');
  await watch.until((line) => line.msg === 'waiting for running jobs');
  watch.kill('SIGTERM');
  watch.kill('SIGINT');
  const { code, stdout } = await watch.result;
  assert.equal(code, 0);
  assert.match(stdout, /^finished$/m);
  assert.equal(starts(watch.lines, 'tick').length, 0, 'the timers stop at once');
  assert.equal(watch.lines.filter((line) => line.msg === 'shutting down').length, 1);
});

test('a job that does not finish in time is cut off, and the exit code says so', async () => {
  using workspace = new Workspace([{ name: 'slow', schedule: '@reboot' }], { slow }).build();
  const watch = workspace.start([workspace.path('build/backend/jobs/scheduler.js'), '--watch'], {
    env: { SHUTDOWN_SECONDS: '0.2' },
  });
  await watch.until((line) => line.job === 'slow');
  watch.kill('SIGTERM');
  const { code, stdout } = await watch.result;
  assert.equal(code, 1);
  assert.doesNotMatch(stdout, /^finished$/m);
  assert.ok(watch.lines.some((line) => line.msg === 'shutdown took too long: work was cut off'));
});

test('what cannot be watched is named at the start, and --job watches only that job', async () => {
  using workspace = new Workspace(
    [
      { name: 'cloud', schedule: 'cron(0 0 * * ? *)' },
      { name: 'unbuilt', schedule: '@daily' },
      { name: 'boot', schedule: '@reboot' },
      { name: 'hand' },
    ],
    { boot: noop },
  ).build();
  const scheduler = workspace.path('build/backend/jobs/scheduler.js');
  const watch = workspace.start([scheduler, '--watch']);
  const cloud = await watch.until((line) => line.job === 'cloud');
  assert.match(
    String(cloud.reason),
    /run by Amazon EventBridge\. Where 'cron\(0 0 \* \* \? \*\)' can run: webstir check-schedule/,
  );
  assert.match((await watch.until((line) => line.job === 'unbuilt')).msg, /has no module yet/);
  await watch.until((line) => line.job === 'boot' && line.outcome === 'succeeded');
  watch.kill('SIGTERM');
  assert.equal((await watch.result).code, 0);

  const one = await workspace.run([scheduler, '--watch', '--job', 'boot']);
  assert.equal(one.code, 0, 'nothing is left to wait for');
  assert.doesNotMatch(one.stdout, /cloud|unbuilt/);
  const hand = await workspace.run([scheduler, '--watch', '--job', 'hand']);
  assert.deepEqual(hand, {
    code: 1,
    stdout: '',
    stderr: `Job 'hand' has no schedule. Add one to its entry in package.json: "schedule": "@daily"\n`,
  });
});

test('a watch without schedules says so and ends', async () => {
  using workspace = new Workspace([{ name: 'hand' }], { hand: noop }).build();
  const result = await workspace.scheduler(['--watch']);
  assert.deepEqual(result, { code: 0, stdout: 'No job has a schedule: there is nothing to watch.\n', stderr: '' });
});
