import { Cron } from 'croner';

export type Schedule =
  | { readonly kind: 'startup' }
  | { readonly kind: 'rate'; readonly period: number }
  | { readonly kind: 'cron'; readonly text: string }
  | { readonly kind: 'unrunnable'; readonly reason: string };

const units = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const rate = /^rate\((\d+) (second|minute|hour|day)s?\)$/;

/** Syntaxes of other schedulers, which are right where they belong and cannot be run here. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/^cron\(/i, 'cron(...) is run by Amazon EventBridge.'],
  [/^at\(/i, 'at(...) is run by Amazon EventBridge Scheduler.'],
  [/^@every\s/i, '@every is run by Kubernetes and Temporal; here it is rate(n minutes).'],
  [/^\S+(\s+\S+){6}$/, 'Seven fields are run by Quartz and, with another meaning, by Temporal.'],
  [/^rate\(/i, 'A rate is written rate(n second|minute|hour|day), with n from 1, singular or plural.'],
];

/** Reads a schedule as this runtime runs it. What it cannot run is `unrunnable`, with the reason. */
export function parseSchedule(text: string, timeZone?: string): Schedule {
  const schedule = text.trim();
  if (schedule.toLowerCase() === '@reboot') return { kind: 'startup' };
  const [, count, unit] = rate.exec(schedule) ?? [];
  if (Number(count) > 0) return { kind: 'rate', period: Number(count) * units[unit!.toLowerCase() as keyof typeof units] };
  const elsewhere = foreign.find(([pattern]) => pattern.test(schedule));
  return elsewhere ? unrunnable(text, elsewhere[1]) : parseCron(text, timeZone);
}

/** When a cron schedule is due after a time, in the process's zone or another; null for the others, whose clock starts with `--watch`. */
export function nextRun(schedule: Schedule, after: Date, timeZone?: string): Date | null {
  return schedule.kind === 'cron' ? readCron(schedule.text, timeZone).nextRun(after) : null;
}

function parseCron(text: string, timeZone?: string): Schedule {
  try {
    const reader = readCron(text, timeZone);
    if (isImpossible(text) || reader.nextRun() === null) return { kind: 'unrunnable', reason: 'It never comes due.' };
    return { kind: 'cron', text };
  } catch (error) {
    return unrunnable(text, `The cron reader says: ${(error as Error).message}`);
  }
}

/** Days of a month at most, from January on. */
const mostDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const numbers = /^\d+(,\d+)*$/;

/** Whether a cron that was read has days that none of its months has, as in `0 0 30 2 *`: a Cron looks for one through 10,000 years. */
function isImpossible(text: string): boolean {
  const [days = '', months = '', weekdays] = text.trim().split(/\s+/).slice(-3);
  if (weekdays !== '*' || !numbers.test(days) || !numbers.test(months)) return false;
  const first = Math.min(...days.split(',').map(Number));
  return months.split(',').every((month) => first > mostDays[Number(month) - 1]!);
}

/** A Cron holds a table of 10,000 years, 80 KB: so keep those that were asked for last, not one for each job. */
const readers = new Map<string, Cron>();
const mostReaders = 64;

function readCron(text: string, timezone?: string): Cron {
  const key = `${timezone} ${text}`;
  const known = readers.get(key);
  if (known) return known;
  // Without a function a Cron is a calculator and sets no timer.
  const reader = new Cron(text.trim(), { mode: '5-or-6-parts', timezone });
  if (readers.size >= mostReaders) readers.clear();
  readers.set(key, reader);
  return reader;
}

function unrunnable(text: string, reason: string): Schedule {
  return { kind: 'unrunnable', reason: `${reason} Where '${text}' can run: webstir check-schedule "${text}"` };
}
