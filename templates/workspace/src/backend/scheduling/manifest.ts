import { readFileSync } from 'node:fs';
import path from 'node:path';
import { workspaceRoot } from '../workspace';
import { nameProblem } from './names';

/** A job as package.json records it; members that are not listed here are kept. */
export interface Job {
  readonly name: string;
  readonly schedule?: string;
  readonly description?: string;
  readonly priority?: number | string;
}

/** Container keys: the documented one, and the one that newer workspaces hold. */
const containers = ['module', 'moduleManifest'];

const twoLists = 'webstir.module.jobs and webstir.moduleManifest.jobs both exist. Move all jobs into one and remove the other.';

/** The jobs in package.json, in its order. Throws an error that names every mistake. */
export function readJobs(file = path.join(workspaceRoot, 'package.json')): Job[] {
  const problems: string[] = [];
  const jobs = findList(readObject(file), problems);
  if (problems.length === 0) return jobs as Job[];
  throw new Error(problems.map((problem) => `${file}: ${problem}`).join('\n'));
}

function readObject(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: this is not valid JSON: ${(error as Error).message}. Correct it and run again.`, { cause: error });
  }
}

function findList(manifest: unknown, problems: string[]): unknown[] {
  if (!isObject(manifest)) return report(problems, `this is ${show(manifest)}; a package.json is an object.`);
  const { webstir = {} } = manifest;
  if (!isObject(webstir)) return report(problems, `webstir is ${show(webstir)}; expected an object.`);

  const lists = containers.filter((key) => hasJobs(webstir, key, problems));
  if (lists.length > 1) return report(problems, twoLists);
  const [key] = lists;
  return key === undefined ? [] : checkList((webstir[key] as { jobs: unknown }).jobs, `webstir.${key}.jobs`, problems);
}

function hasJobs(webstir: Record<string, unknown>, key: string, problems: string[]): boolean {
  const { [key]: container = {} } = webstir;
  if (!isObject(container)) report(problems, `webstir.${key} is ${show(container)}; expected an object.`);
  return isObject(container) && container.jobs !== undefined;
}

function checkList(list: unknown, at: string, problems: string[]): unknown[] {
  if (!Array.isArray(list)) return report(problems, `${at} is ${show(list)}; expected a list.`);
  const seen = new Map<string, string>();
  for (const [index, entry] of list.entries()) checkEntry(entry, `${at}[${index}]`, seen, problems);
  return list;
}

function checkEntry(entry: unknown, at: string, seen: Map<string, string>, problems: string[]): void {
  if (!isObject(entry)) return void report(problems, `${at} is ${show(entry)}; expected an object with a name.`);
  checkName(entry.name, at, seen, problems);
  for (const key of ['schedule', 'description']) {
    const value = entry[key];
    if (value !== undefined && typeof value !== 'string') report(problems, `${at}.${key} is ${show(value)}; expected text.`);
  }
  const { priority } = entry;
  if (priority !== undefined && typeof priority !== 'string' && typeof priority !== 'number') {
    report(problems, `${at}.priority is ${show(priority)}; expected a number or text.`);
  }
}

function checkName(name: unknown, at: string, seen: Map<string, string>, problems: string[]): void {
  if (typeof name !== 'string') return void report(problems, `${at}.name is ${show(name)}; expected text.`);
  const problem = nameProblem(name);
  if (problem) return void report(problems, `${at}.name is ${show(name)}. ${problem}`);
  // Folders ignore case on Windows and macOS, so names must differ in more than that.
  const twin = seen.get(name.toLowerCase());
  if (!twin) return void seen.set(name.toLowerCase(), at);
  report(problems, `${at}.name is ${show(name)}, as ${twin} already is. Names differ in more than upper and lower case.`);
}

function report(problems: string[], problem: string): [] {
  problems.push(problem);
  return [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const json = JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 40)}...` : json;
}
