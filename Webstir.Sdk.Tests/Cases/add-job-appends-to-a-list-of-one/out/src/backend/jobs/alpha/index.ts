export async function run(): Promise<void> {
  console.info('[jobs] alpha: nothing to do yet');
}

// Run directly: node build/backend/jobs/alpha/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
