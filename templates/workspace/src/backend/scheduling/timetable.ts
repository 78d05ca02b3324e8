/** setTimeout takes 2^31 - 1 ms at most, and the clock may be set or the machine sleep meanwhile: so look often. */
const longestWait = 10_000;

interface Entry {
  due: number;
  readonly next: (after: number) => number;
  readonly run: () => void;
}

/**
 * Runs things when they are due, with one timer for all. Due times are computed from the clock, never from the last
 * run, so lateness does not add up; times that were missed while the machine slept are not made up for.
 */
export class Timetable {
  readonly #entries: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;
  #earliest = Infinity;
  #lastLook = 0;

  /** `next` gives the due time after a time, both in milliseconds since 1970; Infinity is never. */
  add(next: (after: number) => number, run: () => void): void {
    const due = next(Date.now());
    this.#entries.push({ due, next, run });
    this.#earliest = Math.min(this.#earliest, due);
  }

  start(): void {
    this.#lastLook = Date.now();
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#earliest === Infinity) return;
    const delay = Math.min(Math.max(this.#earliest - Date.now(), 1), longestWait);
    this.#timer = setTimeout(() => this.#look(), delay);
  }

  #look(): void {
    const now = Date.now();
    const clockWentBack = now < this.#lastLook;
    this.#lastLook = now;
    if (this.#earliest <= now || clockWentBack) this.#advance(now, clockWentBack);
    this.#wait();
  }

  #advance(now: number, clockWentBack: boolean): void {
    for (const entry of this.#entries) {
      const isDue = entry.due <= now;
      if (isDue || clockWentBack) entry.due = entry.next(now);
      if (isDue) entry.run();
    }
    this.#earliest = this.#entries.reduce((earliest, entry) => Math.min(earliest, entry.due), Infinity);
  }
}

/** Due times of a fixed period, counted from its start. */
export function every(period: number, start: number): (after: number) => number {
  return (after) => start + (Math.floor((after - start) / period) + 1) * period;
}
