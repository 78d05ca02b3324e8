import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { templates } from './workspace';

const root = path.join(templates, 'workspace');
const worker = path.join(templates, 'worker');
const files = listFiles(root);

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

interface Package {
  readonly name: string;
  readonly engines: { readonly node: string };
  readonly webstir: { readonly module: object };
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Package;
}

test('init writes these files and no other', () => {
  assert.deepEqual(files, [
    '.env.example',
    '.vscode/settings.json',
    '.vscode/webstir.schema.json',
    '_gitignore',
    'package.json',
    'src/backend/db/connection.ts',
    'src/backend/db/parameters.ts',
    'src/backend/env.ts',
    'src/backend/index.ts',
    'src/backend/jobs/runtime.ts',
    'src/backend/jobs/scheduler.ts',
    'src/backend/observability/logger.ts',
    'src/backend/scheduling/list.ts',
    'src/backend/scheduling/manifest.ts',
    'src/backend/scheduling/names.ts',
    'src/backend/scheduling/options.ts',
    'src/backend/scheduling/priority.ts',
    'src/backend/scheduling/schedule.ts',
    'src/backend/scheduling/textWidth.ts',
    'src/backend/scheduling/timetable.ts',
    'src/backend/scheduling/watch.ts',
    'src/backend/shutdown.ts',
    'src/backend/workspace.ts',
    'tsconfig.json',
  ]);
});

test('add-worker writes these files and no other, none of which init wrote', () => {
  const written = listFiles(worker).filter((file) => file !== 'package.json');
  assert.deepEqual(written, [
    'src/backend/fleet/commands.ts',
    'src/backend/fleet/options.ts',
    'src/backend/fleet/plan.ts',
    'src/backend/fleet/queue.ts',
    'src/backend/fleet/settings.ts',
    'src/backend/fleet/status.ts',
    'src/backend/fleet/sync.ts',
    'src/backend/fleet/tick.ts',
    'src/backend/fleet/ticks.ts',
    'src/backend/fleet/work.ts',
    'src/backend/jobs/worker.ts',
  ]);
  assert.deepEqual(written.filter((file) => files.includes(file)), []);
});

test('every file is ASCII with LF and a final newline', () => {
  for (const file of [root, worker].flatMap((folder) => listFiles(folder).map((name) => path.join(folder, name)))) {
    const text = readFileSync(file, 'latin1');
    assert.match(text, /^[\t\n\x20-\x7e]+\n$/, file);
    assert.doesNotMatch(text, /[ \t]$/m, file);
  }
});

test('the tests run what a new workspace installs, and its worker, and the name to fill in is there once', () => {
  const { name, webstir, dependencies, devDependencies } = readPackage(root);
  const installed = { ...dependencies, ...devDependencies, ...readPackage(worker).dependencies };
  // What figures:scheduler measures against is no part of any workspace.
  const { 'node-cron': _, ...tested } = readPackage(templates).devDependencies;
  assert.deepEqual(installed, tested);
  for (const range of Object.values(installed)) assert.match(range, /^\^\d+\.\d+\.\d+$/);
  assert.deepEqual(webstir, { module: { kind: 'backend' } }, 'no job list until there is a job');
  assert.equal(readFileSync(path.join(root, 'package.json'), 'utf8').split(`"${name}"`).length, 2);
});
