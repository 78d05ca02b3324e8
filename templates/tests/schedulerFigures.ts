import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Workspace, type Running } from './workspace';

// Prints what the scheduler costs, as a Markdown table of ratios: npm run figures:scheduler. Linux only: it reads /proc.
// Start and idle are processor time: on a busy machine, the clock on the wall measures the others.

const jobCount = 10_000;
/** croner looks at its timers every 30 seconds: two looks, and not just one. */
const idleSeconds = 65;
/** What is collected after the start is no part of the wait: V8 does that once, up to 95 seconds later. */
const settleSeconds = 120;
const rounds = 5;
const listRounds = 41;
const mostOfList = 1.3;

interface Wait {
  readonly megabytes: number;
  readonly idle: number;
}

interface Launched {
  readonly running: Running;
  readonly start: number;
}

/** Every schedule another, and none due within the next month. */
const schedules = Array.from({ length: jobCount }, (_, index) => {
  const month = ((new Date().getMonth() + 2 + (index % 9)) % 12) + 1;
  return `${index % 60} ${Math.floor(index / 60) % 24} ${(index % 28) + 1} ${month} *`;
});

using workspace = new Workspace(schedules.map((schedule, index) => ({ name: `job-${index}`, schedule }))).build();
for (let index = 0; index < jobCount; index++) {
  const folder = workspace.path('build/backend/jobs', `job-${index}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'index.js'), '');
}
write('schedules.json', JSON.stringify(schedules));
// A signal is heard when the program has nothing else to do.
write('ready.mjs', `process.on('SIGUSR2', () => console.log(JSON.stringify({ level: 'info', msg: 'ready', ...process.cpuUsage() })));`);
const read = `import { readFileSync } from 'node:fs';
  console.log('{"level":"info","msg":"watching"}');
  const schedules = JSON.parse(readFileSync('schedules.json', 'utf8'));`;
write('croner.mjs', `${read} import { Cron } from 'croner'; globalThis.kept = schedules.map((schedule) => new Cron(schedule, () => {}));`);
write('node-cron.mjs', `${read} import cron from 'node-cron'; globalThis.kept = schedules.map((schedule) => cron.schedule(schedule, () => {}));`);

const contenders = new Map([
  ['`scheduler --watch`', [workspace.path('build/backend/jobs/scheduler.js'), '--watch']],
  ['croner, the same schedules', ['croner.mjs']],
  ['node-cron, the same schedules', ['node-cron.mjs']],
]);
const starts = new Map<string, number[]>([...contenders.keys()].map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const name of contenders.keys()) await measureStart(name);
}
printCosts(await measureWait());
console.log(`\n| start | time | at most |\n| --- | ---: | ---: |`);
await measureList();

/** Their starts take turns. */
async function measureStart(name: string): Promise<void> {
  const { running, start } = await launch(contenders.get(name)!);
  starts.get(name)!.push(start);
  await stop(running);
}

/** They wait beside each other. */
async function measureWait(): Promise<readonly Wait[]> {
  const launched: Launched[] = [];
  for (const args of contenders.values()) launched.push(await launch(args));
  await wait(settleSeconds * 1000);
  const before = launched.map(({ running }) => processorTime(running.pid));
  await wait(idleSeconds * 1000);
  const waits = launched.map(({ running: { pid } }, index) => ({
    idle: (processorTime(pid) - before[index]!) / (idleSeconds * 1000),
    megabytes: residentMegabytes(pid),
  }));
  for (const { running } of launched) await stop(running);
  return waits;
}

async function launch(args: readonly string[]): Promise<Launched> {
  const running = workspace.start(['--import', './ready.mjs', ...args]);
  await running.until(({ msg }) => msg === 'watching');
  running.kill('SIGUSR2');
  const ready = await running.until(({ msg }) => msg === 'ready');
  return { running, start: ((ready.user as number) + (ready.system as number)) / 1000 };
}

/** Only a signal may end it. */
async function stop(running: Running): Promise<void> {
  running.kill('SIGKILL');
  const { code, stderr } = await running.result;
  if (code !== null || stderr !== '') throw new Error(`It ended with ${code}.\n${stderr}`);
}

/** In milliseconds, of all threads. https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat */
function processorTime(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]));
  return times.reduce((sum, time) => sum + time, 0) / 1_000_000;
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

function printCosts(waits: readonly Wait[]): void {
  const times = [...starts.values()].map(median);
  console.log(`| ${jobCount.toLocaleString('en')} jobs | start | memory | idle |\n| --- | ---: | ---: | ---: |`);
  for (const [index, name] of [...contenders.keys()].entries()) {
    const start = (times[index]! / times[0]!).toFixed(2);
    const memory = (waits[index]!.megabytes / waits[0]!.megabytes).toFixed(2);
    console.log(`| ${name} | ${start} | ${memory} | ${(waits[index]!.idle * 100).toFixed(2)} % |`);
  }
}

async function measureList(): Promise<void> {
  using small = new Workspace([{ name: 'nightly', schedule: '0 0 * * *' }]).build();
  small.write('pino.mjs', `import 'pino';`);
  const programs = [['pino.mjs'], [small.path('build/backend/jobs/scheduler.js'), '--list']];
  const times: number[][] = programs.map(() => []);
  for (let round = 0; round < listRounds; round++) {
    for (const [index, args] of programs.entries()) times[index]!.push(await timeOf(small, args));
  }
  const [bare, list] = times.map(median) as [number, number];
  const ratio = (list / bare).toFixed(2);
  const isMissed = Number(ratio) > mostOfList;
  if (isMissed) process.exitCode = 1;
  console.log(`| node that imports pino | 1.00 | |\n| \`scheduler --list\` | ${isMissed ? `**${ratio}**` : ratio} | ${mostOfList} |`);
}

async function timeOf(small: Workspace, args: readonly string[]): Promise<number> {
  const started = performance.now();
  const { code, stderr } = await small.run(args);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.\n${stderr}`);
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function write(file: string, text: string): void {
  workspace.write(file, text);
}
