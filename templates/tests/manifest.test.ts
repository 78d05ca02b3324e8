import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readJobs } from '../workspace/src/backend/scheduling/manifest';
import { byPriority } from '../workspace/src/backend/scheduling/priority';

const folder = mkdtempSync(path.join(tmpdir(), 'webstir-manifest-'));
const file = path.join(folder, 'package.json');
after(() => rmSync(folder, { recursive: true }));

function read(content: unknown): string[] {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readJobs(file).map((job) => job.name);
}

function problems(content: unknown): string[] {
  try {
    return [`accepted: ${read(content)}`];
  } catch (error) {
    return (error as Error).message.replaceAll(`${file}: `, '').split('\n');
  }
}

const jobs = [{ name: 'a' }];

test('the jobs are read from the container that has them', () => {
  assert.deepEqual(read({}), []);
  assert.deepEqual(read({ webstir: {} }), []);
  assert.deepEqual(read({ webstir: { module: {} } }), []);
  assert.deepEqual(read({ webstir: { module: { jobs } } }), ['a']);
  assert.deepEqual(read({ webstir: { moduleManifest: { jobs } } }), ['a']);
  assert.deepEqual(read({ webstir: { module: { kind: 'backend' }, moduleManifest: { jobs } } }), ['a']);
  assert.deepEqual(read({ webstir: { module: { jobs }, moduleManifest: { name: 'x' } } }), ['a']);
  assert.deepEqual(read(`\uFEFF${JSON.stringify({ webstir: { module: { jobs } } })}`), ['a']);
});

const mistakes: readonly (readonly [unknown, readonly string[]])[] = [
  [
    { webstir: { module: { jobs }, moduleManifest: { jobs: [] } } },
    ['webstir.module.jobs and webstir.moduleManifest.jobs both exist. Move all jobs into one and remove the other.'],
  ],
  [[], ['this is []; a package.json is an object.']],
  [{ webstir: 'yes' }, ['webstir is "yes"; expected an object.']],
  [
    { webstir: { module: [1], moduleManifest: 2 } },
    ['webstir.module is [1]; expected an object.', 'webstir.moduleManifest is 2; expected an object.'],
  ],
  [{ webstir: { module: { jobs: {} } } }, ['webstir.module.jobs is {}; expected a list.']],
  [{ webstir: null }, ['webstir is null; expected an object.']],
  [{ webstir: { module: null } }, ['webstir.module is null; expected an object.']],
  [{ webstir: { module: { jobs: null } } }, ['webstir.module.jobs is null; expected a list.']],
  [list('a'), ['webstir.module.jobs[0] is "a"; expected an object with a name.']],
  [list({}), ['webstir.module.jobs[0].name is missing; expected text.']],
  [list({ name: 5 }), ['webstir.module.jobs[0].name is 5; expected text.']],
  [list({ name: 'a', schedule: 5 }), ['webstir.module.jobs[0].schedule is 5; expected text.']],
  [list({ name: 'a', description: ['x'] }), ['webstir.module.jobs[0].description is ["x"]; expected text.']],
  [list({ name: 'a', priority: null }), ['webstir.module.jobs[0].priority is null; expected a number or text.']],
  [
    list({ name: 'a' }, { name: 'A' }),
    ['webstir.module.jobs[1].name is "A", as webstir.module.jobs[0] already is. Names differ in more than upper and lower case.'],
  ],
  [
    list({ name: 'a', schedule: 1 }, { name: 'b', priority: {} }),
    ['webstir.module.jobs[0].schedule is 1; expected text.', 'webstir.module.jobs[1].priority is {}; expected a number or text.'],
  ],
];

function list(...entries: unknown[]): unknown {
  return { webstir: { module: { jobs: entries } } };
}

test('every mistake is named at its place', () => {
  for (const [content, expected] of mistakes) assert.deepEqual(problems(content), expected);
});

test('a name that could leave the jobs folder, or is reserved, is refused', () => {
  for (const name of [
    '',
    '.',
    '..',
    '../a',
    'a/b',
    'a\\b',
    'a.',
    '-a',
    'ä',
    'a b',
    'x'.repeat(101),
    'Scheduler',
    'runtime',
    'node_modules',
    'con',
    'NUL.txt',
    'com1',
  ]) {
    const [problem] = problems(list({ name }));
    assert.match(problem!, /^webstir\.module\.jobs\[0\]\.name is ".*\. (A job name is 1 to 100|This name is reserved)/, name);
  }
  for (const name of ['a', '0', 'a.b', 'A-b_c.d', 'x'.repeat(100), 'console', 'schedulers'])
    assert.deepEqual(read(list({ name })), [name]);
});

test('text that is no JSON is an error that says what is wrong', () => {
  assert.match(problems('{ "name": }')[0]!, /^this is not valid JSON: Unexpected token '}'.*Correct it and run again\.$/);
  assert.match(problems('')[0]!, /^this is not valid JSON/);
});

test('priority orders numbers with labels, then unknown labels, then none, and names within', () => {
  const entries = [
    { name: 'none' },
    { name: 'unknown', priority: 'someday' },
    { name: 'ten', priority: 10 },
    { name: 'low', priority: 'Low' },
    { name: 'b', priority: 1 },
    { name: 'a', priority: 'critical' },
    { name: 'also-none' },
    { name: 'minus', priority: -1 },
  ];
  const sorted = entries.toSorted(byPriority).map(({ name }) => name);
  assert.deepEqual(sorted, ['minus', 'a', 'b', 'low', 'ten', 'unknown', 'also-none', 'none']);
});
