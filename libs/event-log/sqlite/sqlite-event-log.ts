import type { KeyedHash } from '@tenure/log-secret';
import type { ThreadState } from '@tenure/threads';
import { hasUnsealedPart } from '../checksum.js';
import type { AppendRequest, AppendResult, EventLog } from '../event-log.js';
import { Bell } from './bell.js';
import { SqliteEventLogReader } from './reader.js';
import { SqliteWriter } from './writer.js';
import type { Opened } from './writer-messages.js';

export interface SqliteEventLogOptions {
  /** Digests personal parts, so that damage to one is found; called when there is a part to digest. Without it they are recorded undigested. */
  readonly keyed?: () => Promise<KeyedHash>;
}

/**
 * The event log on one SQLite file. `open` takes the file for this process, or refuses with a `LogRefused` that names
 * the file and the remedy. Other threads of the process read with `new SqliteEventLogReader(file, bell)`.
 */
export class SqliteEventLog extends SqliteEventLogReader implements EventLog {
  private constructor(
    file: string,
    readonly bell: SharedArrayBuffer,
    private readonly writer: SqliteWriter,
    private readonly keyed: SqliteEventLogOptions['keyed'],
  ) {
    super(file, bell);
  }

  static async open(file: string, { keyed }: SqliteEventLogOptions = {}): Promise<SqliteEventLog> {
    const bell = new Bell();
    const writer = await SqliteWriter.start(file, bell);
    return new SqliteEventLog(file, bell.memory, writer, keyed);
  }

  get opened(): Opened {
    return this.writer.opened;
  }

  /** The state of the writing thread. */
  get writerThread(): ThreadState {
    return this.writer.thread;
  }

  /**
   * Resolves, with what the operator has to do, when the log's files were taken away under it. The process
   * has to end: what it writes or reads here is no longer the log.
   */
  get moved(): Promise<string> {
    return this.writer.moved;
  }

  get lockRenewals(): number {
    return this.writer.lockRenewals;
  }

  get failure(): string | null {
    return this.writer.failure;
  }

  append(request: AppendRequest): Promise<AppendResult> {
    if (request.events.length === 0) return Promise.reject(new RangeError('An append needs at least one event.'));
    const { keyed, writer } = this;
    // Most requests have nothing to digest, and then nothing is awaited.
    return keyed && request.events.some(hasUnsealedPart) ? keyed().then((hash) => writer.append(request, hash)) : writer.append(request, undefined);
  }

  /** Files that were taken away are not closed, see the writer's thread: the end of the process closes them. */
  override async close(): Promise<void> {
    if (this.writer.hasMoved) return;
    await super.close();
    await this.writer.close();
  }
}
