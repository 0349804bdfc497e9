import { destination, type Logger, pino } from 'pino';

/** JSON lines on stderr; stdout belongs to the parent process. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"`, formatters: { level: (label) => ({ level: label }) } },
    destination(2),
  );
}
