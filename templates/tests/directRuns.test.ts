import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { readLog, Workspace } from './workspace';

/** A job that also runs itself, for builds that know nothing of Webstir. */
const guarded = `
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
export async function run(): Promise<void> { console.log('ran guarded'); }
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await run();
`;

test('a job with a guard of its own runs once, directly and through the scheduler', async () => {
  using workspace = new Workspace([{ name: 'guarded' }], { guarded }).build();
  const direct = await workspace.run([workspace.path('build/backend/jobs/guarded/index.js')]);
  const scheduled = await workspace.scheduler(['--job', 'guarded']);
  for (const { code, stdout } of [direct, scheduled]) {
    assert.equal(code, 0);
    assert.equal(stdout.match(/^ran guarded$/gm)?.length, 1);
    assert.equal(readLog(stdout).filter((line) => line.outcome === 'succeeded').length, 1);
  }
});

test('modules that jobs share find the environment loaded, in whatever order the build places them', async () => {
  const job = (name: string) => `
    import { setting } from '../../lib/aaa';
    export function run() { console.log('${name}:' + setting); }`;
  using workspace = new Workspace([{ name: 'one' }, { name: 'two' }], { one: job('one'), two: job('two') });
  workspace.write('src/backend/lib/aaa.ts', 'export const setting = process.env.SETTING;');
  workspace.write('.env', 'SETTING=loaded\n');
  workspace.build();
  for (const name of ['one', 'two']) {
    const { stdout } = await workspace.run([workspace.path(`build/backend/jobs/${name}/index.js`)]);
    assert.match(stdout, new RegExp(`^${name}:loaded$`, 'm'));
  }
});

test('the build stands without its sources', async () => {
  using workspace = new Workspace([{ name: 'plain' }], { plain: `export function run() { console.log('ran plain'); }` }).build();
  for (const folder of ['src', '.webstir']) rmSync(workspace.path(folder), { recursive: true });
  const { code, stdout } = await workspace.scheduler(['--job', 'plain']);
  assert.equal(code, 0);
  assert.match(stdout, /^ran plain$/m);
});

test('a job can use another job and the runtime', async () => {
  using workspace = new Workspace([{ name: 'outer' }, { name: 'inner' }], {
    inner: `export async function run() { console.log('ran inner'); }`,
    outer: `import { run as inner } from '../inner/index';
      import type { JobContext } from '../runtime';
      export async function run({ name }: JobContext) { await inner(); console.log('ran ' + name); }`,
  }).build();
  const { code, stdout } = await workspace.run([workspace.path('build/backend/jobs/outer/index.js')]);
  assert.equal(code, 0);
  assert.match(stdout, /^ran inner\nran outer$/m);
});
