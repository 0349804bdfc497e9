import { ReadModelsDamaged, ReadStoreUnavailable, WriterEnded } from './errors.js';

/** SQLite's errors of the disk, the file, the lock or the memory, whatever was being written. */
const OF_SQLITE = /^SQLITE_(FULL|IOERR|BUSY|LOCKED|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM|PROTOCOL|PERM|AUTH|INTERRUPT|SCHEMA|MISUSE)/;

/**
 * Whether a write failed for reasons of the store itself, and would have failed with any content: disk full, server away, another
 * writer. Such a write is retried unchanged; any other failure may be about what was written.
 */
export function isOfTheStore(error: unknown): boolean {
  if (error instanceof ReadStoreUnavailable || error instanceof WriterEnded || error instanceof ReadModelsDamaged) return true;
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  return typeof syscall === 'string' || (typeof code === 'string' && OF_SQLITE.test(code));
}
