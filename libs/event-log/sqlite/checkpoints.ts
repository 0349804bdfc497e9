import type { SqliteAppender } from './appender.js';
import type { WriteFailure } from './writer-messages.js';
import { toWriteFailure } from './writing.js';

/** Moves the write-ahead log into the file when it is time. A failed move is retried at every look, even when nothing is being written. */
export class Checkpoints {
  #failure: WriteFailure | null = null;

  constructor(
    private readonly appender: Pick<SqliteAppender, 'checkpointIfDue'>,
    private readonly changed: (failure: WriteFailure | null) => void,
  ) {}

  run(isIdle: boolean): void {
    try {
      if (this.appender.checkpointIfDue(isIdle)) this.#becomes(null);
    } catch (error) {
      this.#becomes(toWriteFailure(error));
    }
  }

  look(): void {
    if (this.#failure !== null) this.run(true);
  }

  #becomes(failure: WriteFailure | null): void {
    const before = this.#failure;
    this.#failure = failure;
    if (before?.code !== failure?.code) this.changed(failure);
  }
}
