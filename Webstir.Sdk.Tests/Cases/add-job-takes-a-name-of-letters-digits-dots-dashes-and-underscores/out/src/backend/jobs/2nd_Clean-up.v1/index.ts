export async function run(): Promise<void> {
  console.info('[jobs] 2nd_Clean-up.v1: nothing to do yet');
}

// Run directly: node build/backend/jobs/2nd_Clean-up.v1/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
