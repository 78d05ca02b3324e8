import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Workspace } from './workspace';

// Prints what the scheduler costs, as a Markdown table of ratios: npm run figures:scheduler. Linux only: it reads /proc.
// Start and idle are processor time: on a busy machine, the clock on the wall measures the others.

const jobCount = 10_000;
const idleSeconds = 15;
const rounds = 3;
const listRounds = 41;
const tickMs = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface Cost {
  readonly start: number;
  readonly megabytes: number;
  readonly idle: number;
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
const costs = new Map<string, Cost[]>([...contenders.keys()].map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of contenders) costs.get(name)!.push(await measure(args));
}
const ours = summary(costs.get('`scheduler --watch`')!);
console.log(`| ${jobCount.toLocaleString('en')} jobs | start | memory | idle |\n| --- | ---: | ---: | ---: |`);
for (const [name, list] of costs) {
  const { start, megabytes, idle } = summary(list);
  const ratio = (value: number, basis: number) => (basis > 0 ? (value / basis).toFixed(2) : '-');
  console.log(`| ${name} | ${ratio(start, ours.start)} | ${ratio(megabytes, ours.megabytes)} | ${(idle * 100).toFixed(2)} % |`);
}
console.log(`\n| start | time | at most |\n| --- | ---: | ---: |`);
await measureList();

async function measure(args: readonly string[]): Promise<Cost> {
  const running = workspace.start(['--import', './ready.mjs', ...args]);
  await running.until(({ msg }) => msg === 'watching');
  running.kill('SIGUSR2');
  const ready = await running.until(({ msg }) => msg === 'ready');
  const start = (ready.user as number) + (ready.system as number);
  // What is collected after the start is no part of the wait.
  await wait(5000);
  const before = processorTime(running.pid);
  await wait(idleSeconds * 1000);
  const idle = (processorTime(running.pid) - before) / (idleSeconds * 1000);
  const status = readFileSync(`/proc/${running.pid}/status`, 'utf8');
  running.kill('SIGKILL');
  await running.result;
  if (running.stderr !== '') throw new Error(running.stderr);
  return { start, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024, idle };
}

/** In milliseconds. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

async function measureList(): Promise<void> {
  using small = new Workspace([{ name: 'nightly', schedule: '0 0 * * *' }]).build();
  small.write('pino.mjs', `import 'pino';`);
  const programs = [['pino.mjs'], [small.path('build/backend/jobs/scheduler.js'), '--list']];
  const times: number[][] = programs.map(() => []);
  for (let round = 0; round < listRounds; round++) {
    for (const [index, args] of programs.entries()) {
      const started = performance.now();
      await small.run(args);
      times[index]!.push(performance.now() - started);
    }
  }
  const [bare, list] = times.map(median) as [number, number];
  console.log(`| node that imports pino | 1.00 | |\n| \`scheduler --list\` | ${(list / bare).toFixed(2)} | 1.3 |`);
}

function summary(list: readonly Cost[]): Cost {
  return {
    start: median(list.map(({ start }) => start)),
    megabytes: median(list.map(({ megabytes }) => megabytes)),
    idle: median(list.map(({ idle }) => idle)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function write(file: string, text: string): void {
  workspace.write(file, text);
}
