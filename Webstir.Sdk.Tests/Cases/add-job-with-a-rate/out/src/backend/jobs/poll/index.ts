export async function run(): Promise<void> {
  console.info('[jobs] poll: nothing to do yet');
}

// Run directly: node build/backend/jobs/poll/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
