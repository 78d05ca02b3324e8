export async function run(): Promise<void> {
  console.info('[jobs] report: nothing to do yet');
}

// Run directly: node build/backend/jobs/report/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
