export async function run(): Promise<void> {
  console.info('[jobs] cleanup: nothing to do yet');
}

// Run directly: node build/backend/jobs/cleanup/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
