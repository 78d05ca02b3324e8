import { destination, pino, stdTimeFunctions } from 'pino';
import { env } from '../env';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** The one logger of this backend: a JSON object per line on stdout, in step with what jobs print there themselves. */
export const logger = pino(
  {
    level: readLevel(),
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  destination({ dest: 1, sync: true }),
);

export type Logger = typeof logger;

/** The same logger with the job's name on every line. */
export function jobLogger(job: string): Logger {
  return logger.child({ job });
}

function readLevel(): string {
  const level = env.get('LOG_LEVEL', 'info').toLowerCase();
  if (!levels.includes(level)) throw new Error(`LOG_LEVEL is '${level}', which is no level. Use one of ${levels.join(', ')}.`);
  return level;
}
