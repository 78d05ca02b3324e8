import { env } from './env';
import { logger } from './observability/logger';

/**
 * Runs `close` at the first SIGINT or SIGTERM, then exits: with 0 when it finished in time, else with 1.
 * Later signals change nothing: npm passes Ctrl-C on to a child that the terminal has already told.
 */
export function onShutdown(close: () => Promise<unknown>): void {
  const seconds = readSeconds();
  let stopping = false;

  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (stopping) return;
    stopping = true;
    logger.info({ signal, seconds }, 'shutting down');
    setTimeout(() => {
      logger.error({ seconds }, 'shutdown took too long: work was cut off');
      process.exit(1);
    }, seconds * 1000);
    await close();
    logger.info('shut down');
    process.exit(0);
  }

  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Timers take 2^31 - 1 milliseconds at most. https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
function readSeconds(): number {
  const seconds = env.get('SHUTDOWN_SECONDS', 10);
  if (seconds >= 0 && seconds <= 2_147_483) return seconds;
  throw new Error(`SHUTDOWN_SECONDS is '${seconds}'. Write seconds from 0 to 2147483.`);
}
