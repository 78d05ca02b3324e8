export async function run(): Promise<void> {
  console.info('[jobs] beta: nothing to do yet');
}

// Run directly: node build/backend/jobs/beta/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
