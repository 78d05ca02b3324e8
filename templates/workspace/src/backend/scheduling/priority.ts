import type { Job } from './manifest';

/** Labels stand for numbers, so that they sort among them. */
const labels = new Map([
  ['critical', 1],
  ['high', 2],
  ['normal', 3],
  ['low', 4],
]);

/** 1 comes first; then larger numbers, labels that we do not know, and jobs without a priority. */
export function byPriority(a: Job, b: Job): number {
  return compare(rank(a), rank(b)) || compare(a.name, b.name);
}

/** Smaller comes first. */
export function rank({ priority }: Job): number {
  if (typeof priority === 'number') return priority;
  if (priority === undefined) return Infinity;
  return labels.get(priority.toLowerCase()) ?? Number.MAX_VALUE;
}

/** By code unit, so that the order is the same in every locale; Infinity minus itself would be NaN. */
function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
