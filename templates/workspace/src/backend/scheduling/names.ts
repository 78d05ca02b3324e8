const pattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?<!\.)$/;
const rule =
  'A job name is 1 to 100 characters of A-Z a-z 0-9 . _ -, starts with a letter or digit, and does not end with a dot.';

/** Our own files, and devices on Windows. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(scheduler(\.ts|\.js|\.js\.map)?|runtime(\.ts)?|node_modules|(con|prn|aux|nul|com\d|lpt\d)(\..*)?)$/i;

/** Why a text is no job name; undefined when it is one. */
export function nameProblem(name: string): string | undefined {
  if (!pattern.test(name)) return rule;
  if (reserved.test(name)) return 'This name is reserved. Choose another.';
  return undefined;
}

/** The candidate that was probably meant: at most two slips away. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((candidate) => ({ candidate, slips: countSlips(text.toLowerCase(), candidate.toLowerCase()) }));
  return scored.filter(({ slips }) => slips <= 2).sort((a, b) => a.slips - b.slips)[0]?.candidate;
}

/** Levenshtein distance, row by row. */
function countSlips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
