import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sqliteNode } from './newerNode';
import { Workspace, templates } from './workspace';

/** The sample of the how-to "Add a Backend Job", word for word. */
const sample = `// src/backend/jobs/cleanup/index.ts
import { createDatabaseClient } from '../../db/connection';
export async function run() {
const db = await createDatabaseClient();
const stale = await db.query('select id from sessions where expires_at < datetime("now")');
if (stale.length > 0) {
await db.execute('delete from sessions where id in (?)', [stale.map((row) => row.id)]);
console.info('[jobs] cleaned sessions', { count: stale.length });
} else {
console.info('[jobs] no sessions to clean');
}
await db.close();
}
`;

const seed = `
import { createDatabaseClient } from '../../db/connection';
export async function run() {
  const db = await createDatabaseClient();
  await db.execute('create table sessions (id text primary key, expires_at text)');
  await db.execute(\`with recursive n(i) as (select 1 union all select i + 1 from n where i < 40000)
    insert into sessions select 'old-' || i, datetime('now', '-1 day') from n\`);
  const kept = await db.execute("insert into sessions values ('new-1', datetime('now', '+1 day')), ('new-2', datetime('now', '+2 days'))");
  console.log('changes', kept.changes);
  await db.close();
}
`;

const count = `
import { createDatabaseClient } from '../../db/connection';
export async function run() {
  const db = await createDatabaseClient();
  console.log('left', (await db.query<{ id: string }>('select id from sessions order by id')).map((row) => row.id).join());
  console.log('mode', (await db.query('pragma journal_mode'))[0]!.journal_mode, (await db.query('pragma busy_timeout'))[0]!.timeout);
  await db.close();
}
`;

test('the sample of the how-to type-checks and deletes exactly the stale rows, more than SQLite has placeholders for', async () => {
  using workspace = new Workspace([{ name: 'cleanup' }, { name: 'seed' }, { name: 'count' }], {
    cleanup: sample,
    seed,
    count,
  }).build();
  execFileSync(path.join(templates, 'node_modules', '.bin', 'tsc'), {
    cwd: workspace.root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });

  const node = sqliteNode();
  const run = async (name: string) => {
    const { code, stdout } = await workspace.scheduler(['--job', name], { cwd: '/', node });
    assert.equal(code, 0, stdout);
    return stdout;
  };
  assert.match(await run('seed'), /^changes 2$/m);
  assert.match(await run('cleanup'), /^\[jobs\] cleaned sessions \{ count: 40000 \}$/m);
  assert.match(await run('count'), /^left new-1,new-2\nmode wal 5000$/m);
  const again = await workspace.run([workspace.path('build/backend/jobs/cleanup/index.js')], { cwd: '/', node });
  assert.match(again.stdout, /^\[jobs\] no sessions to clean$/m);
  assert.ok(existsSync(workspace.path('data/dev.sqlite')), 'beside package.json, whatever the current directory');
});

/** Runs statements against a fresh database in memory and gives what each came to. */
async function attempt(body: string): Promise<unknown[]> {
  const source = `
    import { createDatabaseClient } from '../../db/connection';
    export async function run() {
      const db = await createDatabaseClient(':memory:');
      await db.execute('create table t (id integer primary key, name text, bytes blob)');
      await db.execute("insert into t values (1, 'one', x'01'), (2, 'two', x'02'), (3, 'it''s ?', x'03')");
      const ids = async (where: string, parameters: Parameters<typeof db.query>[1] = []) =>
        (await db.query('select id from t where ' + where + ' order by id', parameters)).map((row) => row.id);
      const results: unknown[] = [];
      const note = async (work: Promise<unknown>) => { results.push(await work.catch((error: Error) => error.message)); };
      ${body}
      console.log('results ' + JSON.stringify(results));
      await db.close();
    }`;
  using workspace = new Workspace([], { attempt: source }).build();
  const { stdout, stderr } = await workspace.run([workspace.path('build/backend/jobs/attempt/index.js')], { node: sqliteNode() });
  const [, results] = /^results (.*)$/m.exec(stdout) ?? assert.fail(stdout + stderr);
  return JSON.parse(results!) as unknown[];
}

test('arrays fill in (?), whatever they hold and however many there are', async () => {
  const results = await attempt(`
    await note(ids('id in (?)', [[1, 3]]));
    await note(ids('id in (?)', [[]]));
    await note(ids('id not in (?)', [[]]));
    await note(ids('name in (?)', [['two', "it's ?", 'quote"']]));
    await note(ids('id in (?)', [[1n, 9007199254740993n]]));
    await note(ids('bytes in (?)', [[new Uint8Array([2]), new Uint8Array([3])]]));
    await note(ids('id in (?) and name in (?) and id < ?', [[1, 2, 3], ['one', 'two'], 2]));
    await note(ids('/* ? */ id in (?) -- ?', [[2]]));
    await note(ids("name = 'it''s ?' and id in (?)", [[3]]));
    await note(ids('id in (?)', [Array.from({ length: 100000 }, (_, index) => index + 2)]));
    await note(ids('id in (?) and id = ?', [[1]]));
    await note(ids('id in (?1)', [[1]]));
  `);
  assert.deepEqual(results, [
    [1, 3],
    [],
    [1, 2, 3],
    [2, 3],
    [1],
    [2, 3],
    [1],
    [2],
    [3],
    [2, 3],
    "The statement has 2 placeholders for 1 parameters. Give one parameter for each '?'.",
    "'?1' cannot be used beside an array. Write a plain '?' for each parameter.",
  ]);
});

test('text in double quotes is a string, results are typed, and a second statement is refused', async () => {
  const results = await attempt(`
    await note(db.query('select "now" as word'));
    await note(db.query('select datetime("2026-01-01") as day'));
    await note(db.execute('update t set name = ? where id > ?', ['new', 1]));
    await note(db.execute('delete from t; drop table t'));
    await note(db.execute('select 1; -- a comment may follow'));
    await note(ids('id > 0'));
    await note(db.query('select * from missing'));
  `);
  assert.deepEqual(results, [
    [{ word: 'now' }],
    [{ day: '2026-01-01 00:00:00' }],
    { changes: 2, lastInsertRowid: 3 },
    "One statement is run at a time, and this one is followed by 'drop table t'. Make one call for each.",
    { changes: 2, lastInsertRowid: 3 },
    [1, 2, 3],
    'no such table: missing',
  ]);
});

test('DATABASE_URL names the file, relative to package.json; another kind of database is refused without its password', async () => {
  const source = `
    import { createDatabaseClient } from '../../db/connection';
    export async function run() { await (await createDatabaseClient()).close(); }`;
  using workspace = new Workspace([{ name: 'open' }], { open: source }).build();
  const open = (url: string) =>
    workspace.scheduler(['--job', 'open'], { cwd: '/', node: sqliteNode(), env: { DATABASE_URL: url } });

  assert.equal((await open('file:./deep/folder/my.sqlite')).code, 0);
  assert.ok(existsSync(workspace.path('deep/folder/my.sqlite')));
  const absolute = workspace.path('with space.sqlite');
  assert.equal((await open(pathToFileURL(absolute).href)).code, 0);
  assert.ok(existsSync(absolute));
  const postgres = await open('postgres://user:secret@host/db');
  assert.equal(
    postgres.stderr,
    "Job 'open' failed: The database URL starts with 'postgres:'; only SQLite is supported. Write file:./data/dev.sqlite or :memory:.\n",
  );
  assert.doesNotMatch(postgres.stdout, /secret/);
});

test('jobs in many processes share the file', async () => {
  const source = `
    import { createDatabaseClient } from '../../db/connection';
    export async function run() {
      const db = await createDatabaseClient();
      await db.execute('create table if not exists hits (n)');
      for (let n = 0; n < 50; n++) await db.execute('insert into hits values (?)', [n]);
      console.log('hits', (await db.query('select count(*) as n from hits'))[0]!.n);
      await db.close();
    }`;
  using workspace = new Workspace([{ name: 'writer' }], { writer: source }).build();
  const runs = await Promise.all(
    Array.from({ length: 6 }, () => workspace.scheduler(['--job', 'writer'], { node: sqliteNode() })),
  );
  assert.deepEqual(
    runs.map((run) => run.stderr.replace(/.*ExperimentalWarning.*\n.*\n/, '')),
    Array(6).fill(''),
  );
  const counts = runs.map((run) => Number(/^hits (\d+)$/m.exec(run.stdout)![1]));
  assert.equal(Math.max(...counts), 300);
});

test('a Node without SQLite runs everything else, and says what the database needs', async () => {
  using workspace = new Workspace([{ name: 'cleanup' }, { name: 'other' }], {
    cleanup: sample,
    other: 'export function run() {}',
  }).build();
  const withoutSqlite = isBuiltin('node:sqlite') ? ['--no-experimental-sqlite'] : [];
  const scheduler = workspace.path('build/backend/jobs/scheduler.js');
  const { code, stderr } = await workspace.run([...withoutSqlite, scheduler, '--job', 'other', '--job', 'cleanup']);
  assert.equal(code, 1);
  assert.equal(
    stderr,
    `Job 'cleanup' failed: The database needs Node 22.13 or newer, which has SQLite built in; this is Node ${process.versions.node}. Install a newer Node and run again.\n`,
  );
});
