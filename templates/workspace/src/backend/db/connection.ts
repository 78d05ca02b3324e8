import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { env } from '../env';
import { workspaceRoot } from '../workspace';
import { bindArrays, type SqlParameter, type SqlValue } from './parameters';

export type Row = Record<string, SqlValue>;

export interface ExecuteResult {
  /** Rows that were inserted, changed or deleted. */
  readonly changes: number | bigint;
  readonly lastInsertRowid: number | bigint;
}

export interface DatabaseClient {
  /** The rows of one statement. An array parameter fills `in (?)`. */
  query<T = Row>(sql: string, parameters?: readonly SqlParameter[]): Promise<T[]>;
  /** Runs one statement for its effect. */
  execute(sql: string, parameters?: readonly SqlParameter[]): Promise<ExecuteResult>;
  close(): Promise<void>;
}

/** Opens the database that the URL names: `file:` and a path, or `:memory:`. */
export async function createDatabaseClient(url = env.get('DATABASE_URL', 'file:./data/dev.sqlite')): Promise<DatabaseClient> {
  const location = locate(url);
  const { DatabaseSync } = await importSqlite();
  if (location !== ':memory:') mkdirSync(path.dirname(location), { recursive: true });

  // "text" in double quotes is a string, as SQLite reads it by default and Node does not.
  const database = new DatabaseSync(location, { enableDoubleQuotedStringLiterals: true });
  // Jobs and server share the file: readers do not wait for a writer, and a second writer waits for the first.
  database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal;');

  return {
    async query<T>(sql: string, parameters: readonly SqlParameter[] = []): Promise<T[]> {
      const bound = bindArrays(sql, parameters);
      return prepare(database, bound.sql).all(...bound.values) as T[];
    },
    async execute(sql, parameters = []) {
      const bound = bindArrays(sql, parameters);
      return prepare(database, bound.sql).run(...bound.values);
    },
    async close() {
      database.close();
    },
  };
}

function locate(url: string): string {
  if (url === ':memory:') return url;
  if (url.startsWith('file://')) return fileURLToPath(url);
  if (url.startsWith('file:')) return path.resolve(workspaceRoot, url.slice('file:'.length));
  // The URL itself stays out of the message: it may hold a password.
  const scheme = url.split(':', 1)[0];
  throw new Error(`The database URL starts with '${scheme}:'; only SQLite is supported. Write file:./data/dev.sqlite or :memory:.`);
}

/** Imported when it is first needed: everything but the database runs on a Node without it. */
async function importSqlite(): Promise<typeof import('node:sqlite')> {
  try {
    return await import('node:sqlite');
  } catch (error) {
    const rule = `The database needs Node 22.13 or newer, which has SQLite built in; this is Node ${process.versions.node}.`;
    throw new Error(`${rule} Install a newer Node and run again.`, { cause: error });
  }
}

/** SQLite prepares the first statement of a text and ignores the rest; we refuse a rest rather than lose it. */
function prepare(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  const rest = sql
    .slice(statement.sourceSQL.length)
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\/|;/g, ' ')
    .trim();
  if (rest === '') return statement;
  throw new Error(`One statement is run at a time, and this one is followed by '${rest.slice(0, 30)}'. Make one call for each.`);
}
