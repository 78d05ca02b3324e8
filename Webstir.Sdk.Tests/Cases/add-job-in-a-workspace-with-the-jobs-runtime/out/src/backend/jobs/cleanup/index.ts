export async function run(): Promise<void> {
  console.info('[jobs] cleanup: nothing to do yet');
}
