export async function run(): Promise<void> {
  console.info('[jobs] aardvark: nothing to do yet');
}

// Run directly: node build/backend/jobs/aardvark/index.js
if (import.meta.filename === process.argv[1]) {
  await run();
}
