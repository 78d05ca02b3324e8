import { hostname } from 'node:os';
import { randomBytes } from 'node:crypto';
import { env } from '../env';

export interface Settings {
  readonly concurrency: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly lockMs: number;
}

/** Unique, also among containers that all call their process 1. */
export const workerId = `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`;

export function readSettings(): Settings {
  return {
    concurrency: whole('WORKER_CONCURRENCY', 10),
    attempts: whole('WORKER_ATTEMPTS', 3),
    backoffMs: milliseconds('WORKER_BACKOFF_SECONDS', 5),
    lockMs: milliseconds('WORKER_LOCK_SECONDS', 15),
  };
}

function whole(name: string, fallback: number): number {
  const value = env.get(name, fallback);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is '${value}'. Write a whole number from 1.`);
  return value;
}

function milliseconds(name: string, fallback: number): number {
  const seconds = env.get(name, fallback);
  if (!(seconds >= 0.1)) throw new Error(`${name} is '${seconds}'. Write seconds, 0.1 or more.`);
  return Math.round(seconds * 1000);
}
