export async function run(): Promise<void> {
  console.info('[jobs] zeta: nothing to do yet');
}

// Run directly: node build/backend/jobs/zeta/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
