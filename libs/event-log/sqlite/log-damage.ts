import { LogRefused } from '../errors.js';

/** SQLite's message about a page of the log that is not as written, with the remedy; null for any other error. */
export function logDamage(error: unknown, file: string): LogRefused | null {
  const { code = '', message } = error as { code?: string; message: string };
  if (!code.startsWith('SQLITE_CORRUPT')) return null;
  return new LogRefused('damaged', `${file} is damaged (${message}). Restore it from a backup (tenure restore FILE --data DIR).`, { cause: error });
}
