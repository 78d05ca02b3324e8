import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder `templates`, seen from the compiled tests in `.build/tests`. */
export const templates = path.resolve(import.meta.dirname, '../..');
const nodeModules = path.join(templates, 'node_modules');
const nativeEsbuild = process.platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild';
const esbuild = path.join(nodeModules, '@esbuild', `${process.platform}-${process.arch}`, nativeEsbuild);

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LogLine {
  readonly level: string;
  readonly time: string;
  readonly msg: string;
  readonly job?: string;
  readonly [member: string]: unknown;
}

export interface RunOptions {
  readonly cwd?: string;
  /** `undefined` takes a variable away. */
  readonly env?: Record<string, string | undefined>;
  readonly node?: string;
}

/** A workspace as `webstir init` writes it, in a temporary folder that is removed with `await using` or `remove()`. */
export class Workspace {
  readonly root = mkdtempSync(path.join(tmpdir(), 'webstir-templates-'));

  /** `jobs` become the manifest; `sources` maps job names to the text of their index.ts. */
  constructor(jobs: readonly object[] = [], sources: Record<string, string> = {}) {
    cpSync(path.join(templates, 'workspace'), this.root, { recursive: true });
    renameSync(this.path('_gitignore'), this.path('.gitignore'));
    symlinkSync(nodeModules, this.path('node_modules'), 'junction');
    if (jobs.length > 0) this.editPackage((manifest) => (manifest.webstir = { module: { jobs } }));
    for (const [name, text] of Object.entries(sources)) this.writeJob(name, text);
  }

  path(...parts: string[]): string {
    return path.join(this.root, ...parts);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Writes a job's source and, as `webstir build` does, the entry that esbuild builds it from. */
  writeJob(name: string, text: string): void {
    this.write(`src/backend/jobs/${name}/index.ts`, text);
    this.write(`.webstir/entries/jobs/${name}/index.ts`, jobEntry(name));
  }

  editPackage(edit: (manifest: { webstir: unknown }) => void): void {
    const manifest = JSON.parse(readFileSync(this.path('package.json'), 'utf8')) as { webstir: unknown };
    edit(manifest);
    this.write('package.json', JSON.stringify(manifest, undefined, 2));
  }

  /** What `webstir add-worker` writes. */
  addWorker(): this {
    cpSync(path.join(templates, 'worker/src'), this.path('src'), { recursive: true });
    return this;
  }

  /** The build of `webstir build --runtime backend`, without its type check. */
  build(): this {
    // A folder that is missing is an error; one without entries is a warning.
    mkdirSync(this.path('.webstir/entries/jobs'), { recursive: true });
    const worker = 'src/backend/jobs/worker.ts';
    const entries = existsSync(this.path(worker)) ? [`jobs/worker=${worker}`] : [];
    execFileSync(esbuild, [...entries, ...buildArguments], { cwd: this.root, stdio: ['ignore', 'ignore', 'inherit'] });
    return this;
  }

  start(args: readonly string[], { cwd = this.root, env = {}, node = process.execPath }: RunOptions = {}): Running {
    return new Running(node, args, cwd, { ...baseEnvironment(), ...env });
  }

  run(args: readonly string[], options?: RunOptions): Promise<Result> {
    return this.start(args, options).result;
  }

  scheduler(args: readonly string[], options?: RunOptions): Promise<Result> {
    return this.run([this.path('build/backend/jobs/scheduler.js'), ...args], options);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  [Symbol.dispose](): void {
    this.remove();
  }
}

/** The entry of a job: so small that it cannot fail, and the job's own code comes after the environment. */
export function jobEntry(name: string): string {
  return [
    `import { enterJob } from '../../../../src/backend/jobs/runtime';`,
    `export const { run } = await enterJob(import.meta.url, () => import('../../../../src/backend/jobs/${name}/index'));`,
    '',
  ].join('\n');
}

/** What `webstir build` hands to esbuild. Its globs cross folders with `**` only. https://esbuild.github.io/api/#glob-style-entry-points */
export const buildArguments = [
  'index=src/backend/index.ts',
  'jobs/scheduler=src/backend/jobs/scheduler.ts',
  '.webstir/entries/**/*.ts',
  '--outbase=.webstir/entries',
  '--outdir=build/backend',
  '--chunk-names=chunks/[name]-[hash]',
  '--bundle',
  '--splitting',
  '--format=esm',
  '--platform=node',
  '--target=node20.12',
  '--packages=external',
  '--sourcemap',
  '--log-override:empty-glob=silent',
  '--log-level=warning',
];

/** A process that was started and is watched through its log. */
export class Running {
  readonly #child;
  readonly result: Promise<Result>;
  stdout = '';
  stderr = '';

  constructor(node: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    const child = spawn(node, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.result = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
    this.#child = child;
  }

  get lines(): LogLine[] {
    return readLog(this.stdout);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits until a log line satisfies the predicate; fails when the process ends first, or after two minutes. */
  async until(predicate: (line: LogLine) => boolean): Promise<LogLine> {
    let ended = false;
    void this.result.then(() => (ended = true));
    const deadline = Date.now() + 120_000;
    for (;;) {
      const line = this.lines.find(predicate);
      if (line) return line;
      if (ended || Date.now() > deadline) throw new Error(`The process ended, or took too long, before the awaited line.\n${this.stdout}\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** The JSON lines of a log; other output of jobs is left out. */
export function readLog(stdout: string): LogLine[] {
  const whole = stdout.split('\n').slice(0, -1);
  return whole.filter((line) => line.startsWith('{"level"')).map((line) => JSON.parse(line) as LogLine);
}

/** The environment without what a developer's shell may set for a backend. */
function baseEnvironment(): NodeJS.ProcessEnv {
  const { PORT, LOG_LEVEL, DATABASE_URL, REDIS_URL, SHUTDOWN_SECONDS, NODE_OPTIONS, NODE_TEST_CONTEXT, ...rest } = process.env;
  return { ...rest, TZ: 'UTC' };
}
