import { RedisServer } from './redis';
import { type LogLine, type Result, type Running, type RunOptions, Workspace } from './workspace';

/** A workspace with a worker, a Redis of its own, and the workers that were started. */
export class Fleet implements AsyncDisposable {
  readonly workers: Running[] = [];

  private constructor(
    readonly redis: RedisServer,
    readonly workspace: Workspace,
  ) {}

  static async start(jobs: readonly object[], sources: Record<string, string> = {}): Promise<Fleet> {
    const workspace = new Workspace(jobs, sources).addWorker().build();
    return new Fleet(await RedisServer.start(), workspace);
  }

  /** A worker with short waits; `working` tells when it is ready. */
  work(env: Record<string, string> = {}): Running {
    const worker = this.workspace.start([this.#script], this.#options({ env }));
    this.workers.push(worker);
    return worker;
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Result> {
    return this.workspace.run([this.#script, ...args], this.#options(options));
  }

  async json<T>(args: readonly string[], options?: RunOptions): Promise<T> {
    const { code, stdout, stderr } = await this.run([...args, '--json'], options);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as T;
  }

  setJobs(jobs: readonly object[]): void {
    this.workspace.editPackage((manifest) => (manifest.webstir = { module: { jobs } }));
  }

  /** What all workers logged, in the order of time. */
  get lines(): LogLine[] {
    return this.workers.flatMap(({ lines }) => lines).sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const worker of this.workers) worker.kill('SIGKILL');
    await Promise.all(this.workers.map(({ result }) => result));
    await this.redis[Symbol.asyncDispose]();
    this.workspace.remove();
  }

  get #script(): string {
    return this.workspace.path('build/backend/jobs/worker.js');
  }

  #options(options: RunOptions): RunOptions {
    const short = { WORKER_LOCK_SECONDS: '1.5', WORKER_BACKOFF_SECONDS: '0.2' };
    return { ...options, env: { REDIS_URL: this.redis.url, ...short, ...options.env } };
  }
}

export const working = (line: LogLine) => line.msg === 'working';

/** The runs that succeeded. */
export function successes(lines: readonly LogLine[], job?: string): LogLine[] {
  return lines.filter((line) => line.outcome === 'succeeded' && (job === undefined || line.job === job));
}

/** The due time in a run id: repeat:<job>:<milliseconds>#<attempt>. */
export function dueTime(line: LogLine): number {
  return Number(/:(\d+)(#|$)/.exec(String(line.runId ?? line.tick))![1]);
}

export interface Tally {
  readonly ticks: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Holds the runs of jobs against a tick per period, from each job's first to its last. */
export function tally(lines: readonly LogLine[], period: number): Tally {
  const due = groupByJob(successes(lines));
  let [ticks, lost, doubled] = [0, 0, 0];
  for (const runs of due.values()) {
    const times = runs.map(dueTime);
    const distinct = new Set(times);
    ticks += times.length;
    doubled += times.length - distinct.size;
    lost += (Math.max(...times) - Math.min(...times)) / period + 1 - distinct.size;
  }
  return { ticks, lost, doubled };
}

function groupByJob(lines: readonly LogLine[]): Map<string, LogLine[]> {
  const groups = new Map<string, LogLine[]>();
  for (const line of lines) groups.set(line.job!, [...(groups.get(line.job!) ?? []), line]);
  return groups;
}
