import type { Job } from './manifest';
import { nextRun, parseSchedule, type Schedule } from './schedule';
import { textWidth } from './textWidth';

/** The jobs as a table for people. */
export function formatTable(jobs: readonly Job[], now = new Date()): string {
  if (jobs.length === 0) return 'There are no jobs. Add one: webstir add-job <name>\n';
  const rows = jobs.map((job) => [job.name, job.schedule, job.description, job.priority, describeNextRun(job, now)].map(toCell));
  return align([['NAME', 'SCHEDULE', 'DESCRIPTION', 'PRIORITY', 'NEXT RUN'], ...rows]);
}

/** The jobs as one JSON document for programs: every member of the manifest entry, and the next run. */
export function formatJson(jobs: readonly Job[], now = new Date()): string {
  const entries = jobs.map((job) => ({ ...job, nextRun: toText(findNextRun(job, now)) }));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${JSON.stringify({ schemaVersion: 1, timeZone, jobs: entries }, undefined, 2)}\n`;
}

/** Local time with its offset, as in 2026-01-31T18:00:00+01:00: the schedule is read in local time too. */
export function formatTime(time: Date): string {
  const offset = -time.getTimezoneOffset();
  const shifted = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${shifted}${sign}${hours}:${minutes}`;
}

function findNextRun(job: Job, now: Date): Date | null {
  return job.schedule === undefined ? null : nextRun(parseSchedule(job.schedule), now);
}

function describeNextRun(job: Job, now: Date): string | undefined {
  if (job.schedule === undefined) return undefined;
  const schedule = parseSchedule(job.schedule);
  return toText(nextRun(schedule, now)) ?? describeKind(schedule);
}

function describeKind(schedule: Schedule): string {
  if (schedule.kind === 'startup') return 'at start';
  if (schedule.kind === 'rate') return 'counted from start';
  return 'not run here';
}

function toText(time: Date | null): string | null {
  return time && formatTime(time);
}

/** A line break or another control character in a description must not break the table. */
export function toCell(value: string | number | undefined): string {
  return String(value ?? '-').replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

/** Rows of cells as columns. */
export function align(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => rows.reduce((width, row) => Math.max(width, textWidth(row[column]!)), 0));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - textWidth(cell)))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
