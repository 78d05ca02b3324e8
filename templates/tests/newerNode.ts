import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { templates } from './workspace';

/** A Node with SQLite: WEBSTIR_SQLITE_NODE, this one if it is new enough, or the npm package `node`, fetched once. */
export function sqliteNode(): string {
  const { WEBSTIR_SQLITE_NODE } = process.env;
  if (WEBSTIR_SQLITE_NODE) return WEBSTIR_SQLITE_NODE;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return process.execPath;

  const cache = path.join(templates, '.build', 'node24');
  const node = path.join(cache, 'node_modules', 'node', 'bin', 'node');
  // Not a dependency of the tests' package: its bin would take the place of the Node that runs them.
  const install = ['install', '--prefix', cache, '--no-save', '--no-audit', '--no-fund', 'node@24'];
  if (!existsSync(node)) {
    execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  }
  return node;
}
