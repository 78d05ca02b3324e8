import { nextRun, parseSchedule } from '../scheduling/schedule';
import { every } from '../scheduling/timetable';

/** When a schedule is due after a time, both in milliseconds since 1970; undefined is never. */
export function nextTick(text: string, after: number, timeZone?: string): number | undefined {
  const schedule = parseSchedule(text, timeZone);
  // Counted from 1970, and not from a start: so every machine gives the same answer.
  if (schedule.kind === 'rate') return every(schedule.period, 0)(after);
  return nextRun(schedule, new Date(after), timeZone)?.getTime();
}
