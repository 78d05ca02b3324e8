import { createRequire } from 'node:module';

/**
 * One
 */
export async function run(): Promise<void> {
  console.info('[jobs] cleanup: nothing to do yet');
}

// Run directly: node build/backend/jobs/cleanup/index.js
if (process.argv[1] && createRequire(import.meta.url).resolve(process.argv[1]) === import.meta.filename) {
  await run();
}
