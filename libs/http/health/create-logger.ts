import { destination, type Logger, pino } from 'pino';

/** JSON lines on stderr; stdout belongs to whoever started us. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"`, formatters: { level: (label) => ({ level: label }) } },
    destination(2),
  );
}
