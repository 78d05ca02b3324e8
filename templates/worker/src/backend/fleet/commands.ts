import { readJobs } from '../scheduling/manifest';
import { planFleet } from './plan';
import { closeFleet, openFleet, type Fleet } from './queue';
import { readSettings } from './settings';
import { formatStatus, readStatus } from './status';
import { sync } from './sync';

/** `--sync` */
export function showChanges(json: boolean): Promise<string> {
  const { entries, skipped } = planFleet(readJobs(), readSettings());
  return withFleet(async (fleet) => {
    const changes = await sync(fleet, entries);
    if (json) return toJson({ queue: fleet.queue.name, ...changes, skipped });
    return [
      ...changes.added.map((name) => `ADD ${name}`),
      ...changes.updated.map((name) => `UPDATE ${name}`),
      ...changes.removed.map((name) => `REMOVE ${name}`),
      ...skipped.map(({ name, reason }) => `SKIP ${name}: ${reason}`),
      `UNCHANGED ${changes.unchanged}\n`,
    ].join('\n');
  });
}

/** `--status` */
export function showStatus(json: boolean): Promise<string> {
  return withFleet(async (fleet) => {
    const status = await readStatus(fleet);
    return json ? toJson(status) : formatStatus(status);
  });
}

async function withFleet(work: (fleet: Fleet) => Promise<string>): Promise<string> {
  const fleet = await openFleet();
  try {
    return await work(fleet);
  } finally {
    await closeFleet(fleet);
  }
}

function toJson(document: object): string {
  return `${JSON.stringify({ schemaVersion: 1, ...document }, undefined, 2)}\n`;
}
