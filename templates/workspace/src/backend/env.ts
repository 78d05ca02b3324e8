import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { workspaceRoot } from './workspace';

// What is already set is left alone, so the first to speak wins: environment, .env.local, .env.
for (const name of ['.env.local', '.env']) {
  const file = path.join(workspaceRoot, name);
  if (existsSync(file)) load(file);
}

/** Typed access to the environment. A variable that is set to nothing counts as not set. */
export const env = { get, require: getRequired };

/** The variable, or the fallback; the fallback's type says how the text is read. */
function get(name: string): string | undefined;
function get(name: string, fallback: string): string;
function get(name: string, fallback: number): number;
function get(name: string, fallback: boolean): boolean;
function get(name: string, fallback?: string | number | boolean): string | number | boolean | undefined {
  const text = process.env[name];
  if (!text) return fallback;
  if (typeof fallback === 'number') return toNumber(name, text);
  if (typeof fallback === 'boolean') return toBoolean(name, text);
  return text;
}

/** The variable, which must be set. */
function getRequired(name: string): string {
  const text = process.env[name];
  if (!text) throw new Error(`${name} is not set. Set it in the environment, in .env.local or in .env.`);
  return text;
}

function toNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new Error(`${name} is '${text}', which is not a number. Write it like 3000 or 0.5.`);
  }
  return value;
}

function toBoolean(name: string, text: string): boolean {
  if (['true', '1', 'yes', 'on'].includes(text.toLowerCase())) return true;
  if (['false', '0', 'no', 'off'].includes(text.toLowerCase())) return false;
  throw new Error(`${name} is '${text}', which is neither true nor false. Write true or false.`);
}

/** As process.loadEnvFile, which takes a byte order mark for a part of the first name. */
function load(file: string): void {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
  } catch (error) {
    throw new Error(`'${file}' cannot be read. Make it a readable text file, or remove it.`, { cause: error });
  }
}
