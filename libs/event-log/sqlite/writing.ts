import { diskTrouble } from '../disk-trouble.js';
import { LogRefused } from '../errors.js';
import type { SqliteAppender } from './appender.js';
import { LogMoved } from './log-moved.js';
import type { WriteFailure } from './writer-messages.js';

/**
 * Whether the log can be written, as last seen. While it cannot, clients may have stopped
 * sending commands: so every look tries a write without one.
 */
export class Writing {
  #failure: WriteFailure | null = null;

  constructor(
    private readonly appender: Pick<SqliteAppender, 'reopen' | 'tryToWrite' | 'lookAtClock'>,
    private readonly changed: (failure: WriteFailure | null) => void,
  ) {}

  failed(failure: WriteFailure): void {
    this.#becomes(failure);
    if (failure.code.startsWith('SQLITE_IOERR')) this.#reopen();
  }

  succeeded(): void {
    this.#becomes(null);
  }

  /** @throws LogMoved */
  look(): void {
    try {
      this.appender.lookAtClock();
      if (this.#failure !== null) this.appender.tryToWrite();
      this.#becomes(null);
    } catch (error) {
      if (error instanceof LogMoved) throw error;
      this.#becomes(toWriteFailure(error));
    }
  }

  /** A log that cannot be opened now is opened by a later look. */
  #reopen(): void {
    try {
      this.appender.reopen();
    } catch (error) {
      if (error instanceof LogMoved) throw error;
      this.#becomes(toWriteFailure(error));
    }
  }

  #becomes(failure: WriteFailure | null): void {
    const before = this.#failure;
    this.#failure = failure;
    if (before?.code !== failure?.code) this.changed(failure);
  }
}

export function toWriteFailure(error: unknown): WriteFailure {
  // When trouble with the disk prevents opening a log, the refusal names that trouble as its cause.
  const { code = 'UNKNOWN', message } = (error instanceof LogRefused && diskTrouble(error) ? error.cause : error) as Error & { code?: string };
  return { code, message };
}
