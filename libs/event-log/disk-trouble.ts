/** A disk failed to write or read what it was asked for. */
export interface DiskTrouble {
  readonly kind: 'full' | 'failing';
  /** The beginning of a sentence: what is wrong. */
  readonly cause: string;
  /** The beginning of another: what a person has to do. */
  readonly remedy: string;
}

/** SQLITE_IOERR_SHMSIZE: the index of a write-ahead log could not be extended. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']);

/** Looks at the Node or SQLite code of the error, or of its cause; null for an error that is not about the disk. */
export function diskTrouble(error: unknown): DiskTrouble | null {
  const { code, message = '', cause } = (error ?? {}) as { code?: unknown; message?: string; cause?: unknown };
  if (typeof code === 'string') {
    if (FULL.has(code)) return { kind: 'full', cause: 'The disk is full', remedy: 'Make room' };
    if (code === 'EIO' || code.startsWith('SQLITE_IOERR')) {
      return { kind: 'failing', cause: `The disk fails (${code}: ${message})`, remedy: 'Check the disk and its file system' };
    }
  }
  return cause === undefined ? null : diskTrouble(cause);
}

/**
 * The sentence for the reader of the error, the same everywhere; null when the error is not the disk's.
 * @param next what follows once the remedy has helped: `send the command again`
 * @param outcome the result: `nothing was recorded`
 */
export function diskSentence(error: unknown, next: string, outcome?: string): string | null {
  const trouble = diskTrouble(error);
  if (trouble === null) return null;
  return `${trouble.cause}${outcome === undefined ? '' : `: ${outcome}`}. ${trouble.remedy}, then ${next}.`;
}

/** For work that is retried by itself until it succeeds: why it has not succeeded yet. */
export function reasonToWait(error: unknown): string {
  return diskSentence(error, 'it goes on by itself') ?? (error instanceof Error ? error.message : String(error));
}
