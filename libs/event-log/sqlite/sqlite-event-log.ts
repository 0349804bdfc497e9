import type { AppendRequest, AppendResult, EventLog } from '../event-log.js';
import { Bell } from './bell.js';
import type { Durability } from './open-database.js';
import { SqliteEventLogReader } from './reader.js';
import { SqliteWriter } from './writer.js';

/**
 * The event log on one SQLite file. `open` takes the file for this process, or refuses with a `LogRefused` that names
 * the file and the remedy. Other threads of the process read with `new SqliteEventLogReader(file, bell)`.
 */
export class SqliteEventLog extends SqliteEventLogReader implements EventLog {
  private constructor(
    readonly file: string,
    readonly bell: SharedArrayBuffer,
    private readonly writer: SqliteWriter,
  ) {
    super(file, bell);
  }

  static async open(file: string): Promise<SqliteEventLog> {
    const bell = new Bell();
    const writer = await SqliteWriter.start(file, bell);
    return new SqliteEventLog(file, bell.memory, writer);
  }

  /** What the writing connection answered when asked how it writes. */
  get durability(): Durability {
    return this.writer.durability;
  }

  get failure(): string | null {
    return this.writer.failure;
  }

  append(request: AppendRequest): Promise<AppendResult> {
    return this.writer.append(request);
  }

  override async close(): Promise<void> {
    await super.close();
    await this.writer.close();
  }
}
