import '../env';
import { parseOptions, usage, type Options } from '../fleet/options';
import { UsageError } from '../scheduling/options';

// `--status | head` closes the pipe before all is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await execute(parseOptions(process.argv.slice(2)));
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`${(error as Error).message}\n${isUsage ? `\n${usage}` : ''}`);
  process.exitCode = isUsage ? 2 : 1;
}

/** What a command does not need is not imported: `--help` starts without BullMQ. */
async function execute({ command, json }: Options): Promise<void> {
  if (command === 'help') return void process.stdout.write(usage);
  if (command === 'work') return (await import('../fleet/work')).work();
  const { showChanges, showStatus } = await import('../fleet/commands');
  process.stdout.write(await (command === 'sync' ? showChanges(json) : showStatus(json)));
}
