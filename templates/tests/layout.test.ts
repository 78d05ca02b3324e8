import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { templates } from './workspace';

const root = path.join(templates, 'workspace');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

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
    'src/backend/scheduling/timetable.ts',
    'src/backend/scheduling/watch.ts',
    'src/backend/shutdown.ts',
    'src/backend/workspace.ts',
    'tsconfig.json',
  ]);
});

test('every file is ASCII with LF and a final newline', () => {
  for (const file of files) {
    const text = readFileSync(path.join(root, file), 'latin1');
    assert.match(text, /^[\t\n\x20-\x7e]+\n$/, file);
    assert.doesNotMatch(text, /[ \t]$/m, file);
  }
});

test('the tests run what a new workspace installs, and the name to fill in is there once', () => {
  const { name, webstir, dependencies, devDependencies } = readPackage(root);
  assert.deepEqual({ ...dependencies, ...devDependencies }, readPackage(templates).devDependencies);
  for (const range of Object.values({ ...dependencies, ...devDependencies })) assert.match(range, /^\^\d+\.\d+\.\d+$/);
  assert.deepEqual(webstir, { module: { kind: 'backend' } }, 'no job list until there is a job');
  assert.equal(readFileSync(path.join(root, 'package.json'), 'utf8').split(`"${name}"`).length, 2);
});
