export async function run(): Promise<void> {
  console.info('[jobs] nightly: nothing to do yet');
}

// Run directly: node build/backend/jobs/nightly/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
