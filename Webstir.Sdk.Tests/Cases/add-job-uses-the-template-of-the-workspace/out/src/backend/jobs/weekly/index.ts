// weekly:  * Each *\/ week
export async function run() {}
