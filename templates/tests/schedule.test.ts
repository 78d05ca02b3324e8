import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTable, formatTime } from '../workspace/src/backend/scheduling/list';
import { nextRun, parseSchedule } from '../workspace/src/backend/scheduling/schedule';
import { every, Timetable } from '../workspace/src/backend/scheduling/timetable';

const day = 86_400_000;

function nextRuns(text: string, count: number, after: Date): string[] {
  const schedule = parseSchedule(text);
  const times: string[] = [];
  for (let time: Date | null = after; times.length < count; times.push(formatTime(time))) {
    time = nextRun(schedule, time);
    assert.ok(time, `${text} has no next run`);
  }
  return times;
}

test('rates in every unit, singular and plural', () => {
  const periods = {
    'rate(1 second)': 1000,
    'rate(30 seconds)': 30_000,
    'rate(5 minutes)': 300_000,
    'rate(1 hours)': 3_600_000,
    'rate(40 days)': 40 * day,
  };
  for (const [text, period] of Object.entries(periods)) assert.deepEqual(parseSchedule(text), { kind: 'rate', period });
  assert.deepEqual(parseSchedule(' @Reboot '), { kind: 'startup' });
});

test('macros and cron, with either day field enough, Sunday as 0 or 7, and seconds first', () => {
  const start = new Date(2026, 0, 1);
  const zone = formatTime(start).slice(19);
  const local = (times: readonly string[]) => times.map((time) => time + zone);
  assert.deepEqual(nextRuns('@hourly', 2, start), local(['2026-01-01T01:00:00', '2026-01-01T02:00:00']));
  assert.deepEqual(nextRuns('@WEEKLY', 1, start), local(['2026-01-04T00:00:00']));
  assert.deepEqual(
    nextRuns('30 4 1,15 * 5', 4, start),
    local(['2026-01-01T04:30:00', '2026-01-02T04:30:00', '2026-01-09T04:30:00', '2026-01-15T04:30:00']),
  );
  assert.deepEqual(nextRuns('0 0 * * 7', 2, start), nextRuns('0 0 * * 0', 2, start));
  assert.deepEqual(nextRuns('*/20 * * * * *', 2, start), local(['2026-01-01T00:00:20', '2026-01-01T00:00:40']));
});

test('what cannot be run here says why and where to look', () => {
  const reasons = {
    'cron(0 0 * * ? *)': /run by Amazon EventBridge/,
    'at(2026-01-01T00:00:00)': /run by Amazon EventBridge Scheduler/,
    '@every 5m': /run by Kubernetes and Temporal/,
    '0 0 0 * * * 2026': /Seven fields are run by Quartz/,
    'rate(0 minutes)': /n from 1/,
    'rate(1 week)': /second\|minute\|hour\|day/,
    'rate(1.5 hours)': /n from 1/,
    '0 0 30 2 *': /never comes due/,
    '61 * * * *': /cron reader says/,
    '@fortnightly': /cron reader says/,
    '': /cron reader says/,
  };
  for (const [text, reason] of Object.entries(reasons)) {
    const schedule = parseSchedule(text);
    assert.equal(schedule.kind, 'unrunnable', text);
    assert.match(schedule.reason, reason);
    const hint = ` Where '${text}' can run: webstir check-schedule "${text}"`;
    assert.equal(schedule.reason.endsWith(hint), text !== '0 0 30 2 *', 'what never comes due runs nowhere');
  }
});

test('a day that its month lacks is told without a search through all years', () => {
  const never = ['0 0 30 2 *', '5 4 31 2,4,6,09,11 *', '0 0 0 30,31 2 *'];
  const rare = ['0 0 29 2 *', '0 0 31 2,3 *', '0 0 29,30 2 *', '0 0 30 2 1', '0 0 30 FEB-MAR *', '0 0 30 */2 *'];
  assert.deepEqual(never.map((text) => parseSchedule(text).kind), never.map(() => 'unrunnable'));
  assert.deepEqual(rare.map((text) => parseSchedule(text).kind), rare.map(() => 'cron'));
  assert.match((parseSchedule('61 0 30 2 *') as { reason: string }).reason, /cron reader says/);

  const started = process.cpuUsage();
  for (let index = 0; index < 1000; index++) parseSchedule(`${index % 60} ${Math.floor(index / 60)} 31 2 *`);
  const never1000 = process.cpuUsage(started).user;
  const restarted = process.cpuUsage();
  for (let index = 0; index < 1000; index++) parseSchedule(`${index % 60} ${Math.floor(index / 60)} * * *`);
  const daily1000 = process.cpuUsage(restarted).user;
  assert.ok(never1000 < 3 * daily1000, `${never1000} against ${daily1000} µs`);
});

test('a line break in a description keeps the table whole', () => {
  const table = formatTable([{ name: 'a', description: 'one\r\ntwo\u001b[31m' }]);
  assert.equal(table.trimEnd().split('\n').length, 2);
  assert.match(table, /one two \[31m/);
});

test('rates keep to their start, however late a run was', () => {
  const next = every(1000, 500);
  assert.deepEqual([next(500), next(1499), next(1500), next(1501), next(9999)], [1500, 1500, 2500, 2500, 10_500]);
  assert.equal(next(-700), -500, 'also when the clock was set back');
});

test('a wait of more than 2^31 milliseconds comes due, once, at its time', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 });
  const wait = globalThis.setTimeout;
  let longest = 0;
  context.mock.method(globalThis, 'setTimeout', (run: () => void, delay: number) => {
    longest = Math.max(longest, delay);
    return wait(run, delay);
  });
  const runs: number[] = [];
  const timetable = new Timetable();
  timetable.add(every(40 * day, 0), () => runs.push(Date.now()));
  timetable.start();
  for (let now = 0; now < 81 * day; now += 10_000) context.mock.timers.tick(10_000);
  assert.deepEqual(runs, [40 * day, 80 * day]);
  assert.ok(longest < 2 ** 31, `${longest} ms: setTimeout turns more than 2^31 - 1 into 1`);
  timetable.stop();
});

test('runs neither drift nor pile up when the process is late', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 });
  const runs: number[] = [];
  const timetable = new Timetable();
  timetable.add(every(1000, 0), () => runs.push(Date.now()));
  timetable.start();
  context.mock.timers.tick(1000);
  context.mock.timers.setTime(5300);
  context.mock.timers.tick(1);
  context.mock.timers.tick(699);
  timetable.stop();
  context.mock.timers.tick(5000);
  assert.deepEqual(runs, [1000, 5301, 6000]);
});

test('a clock that is set back does not silence a job', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 100 * day;
  context.mock.method(Date, 'now', () => now);
  let runs = 0;
  const timetable = new Timetable();
  timetable.add(every(60_000, now), () => runs++);
  timetable.start();
  now -= day;
  context.mock.timers.tick(10_000);
  now += 60_000;
  context.mock.timers.tick(60_000);
  timetable.stop();
  assert.equal(runs, 1);
});
