import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { InvalidPosition } from '../errors.js';
import type { Position, RecordedEvent } from '../event.js';
import { eventId } from '../event-id.js';
import type { EventLogReader, LogHead, ReadAllOptions } from '../event-log.js';
import { Bell } from './bell.js';
import { logDamage } from './log-damage.js';
import { openForReading } from './open-database.js';
import { fromPosition, readPosition, toPosition } from './position.js';
import { type EventRow, eventColumns, SqliteRecordedEvent } from './recorded-event.js';
import { logIdOf } from './schema.js';

const STREAM_PAGE = 4_000;
/** How long streams are read within one turn of the event loop. */
const TURN_MS = 10;
const NO_LIMIT = -1;
/** Without a bell (another process writes) the file is polled this often; with one, polling is only a safety net. */
const POLL_MS = 50;
const SAFETY_NET_MS = 1_000;

interface AskedStream {
  readonly values: [stream: string, from: number, upTo: number, limit: number];
  resolve(events: RecordedEvent[]): void;
  reject(error: Error): void;
}

/** Runs one statement, with errors that say when the log's file is the damaged one: read models lie in files of their own. */
interface Look {
  all(...values: unknown[]): unknown[];
  get(...values: unknown[]): unknown;
}

/** Reads through a read-only connection of its own: one per thread. @throws LogRefused `damaged`, from every method that reads */
export class SqliteEventLogReader implements EventLogReader {
  readonly #database: Database;
  readonly #stream: Look;
  readonly #existing: Look;
  readonly #all: Look;
  readonly #streams: Look;
  readonly #head: Look;
  readonly #recordedAt: Look;
  readonly #at: Look;
  readonly #bell: Bell | null;
  #asked: AskedStream[] = [];
  #knownHead: { readonly rung: number | undefined; readonly head: LogHead | null } | null = null;

  constructor(
    readonly file: string,
    bell?: SharedArrayBuffer,
  ) {
    this.#bell = bell ? new Bell(bell) : null;
    const { database, layout } = openForReading(file);
    const columns = eventColumns(layout);
    this.#database = database;
    const prepare = (sql: string) => lookBy(this.#database.prepare(sql).raw(), file);
    this.#stream = prepare(`SELECT ${columns} FROM event WHERE stream = ? AND revision >= ? AND position <= ? ORDER BY revision LIMIT ?`);
    this.#existing = prepare('SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM event WHERE stream = value)');
    this.#all = prepare(`SELECT ${columns} FROM event WHERE position > ? ORDER BY position LIMIT ?`);
    this.#streams = prepare(
      `SELECT ${columns} FROM event WHERE (stream, revision) > (?, ?) AND stream < ? AND position <= ? ORDER BY stream, revision LIMIT ${STREAM_PAGE}`,
    );
    this.#head = prepare(`SELECT ${HEAD_COLUMNS} FROM event ORDER BY position DESC LIMIT 1`);
    this.#at = prepare(`SELECT ${HEAD_COLUMNS} FROM event WHERE position <= ? ORDER BY position DESC LIMIT 1`);
    this.#recordedAt = prepare('SELECT position, recorded_at FROM event WHERE position >= ? ORDER BY position LIMIT 1');
  }

  async id(): Promise<string | null> {
    return looking(this.file, () => logIdOf(this.#database));
  }

  /** Streams requested in one turn are read in one transaction, or a few: a thousand commands do not each take the file's locks. */
  readStream(stream: string, { from = 0, limit = NO_LIMIT, upTo }: { from?: number; limit?: number; upTo?: Position } = {}): Promise<RecordedEvent[]> {
    return new Promise((resolve, reject) => {
      const last = upTo === undefined ? Number.MAX_SAFE_INTEGER : known(upTo);
      if (this.#asked.push({ values: [stream, from, last, limit], resolve, reject }) === 1) process.nextTick(() => this.#readAsked());
    });
  }

  async existing(streams: readonly string[]): Promise<Set<string>> {
    return new Set((this.#existing.all(JSON.stringify(streams)) as [string][]).map(([stream]) => stream));
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<RecordedEvent[]> {
    return events(this.#all.all(after === null ? 0 : known(after), limit));
  }

  async *readStreams({ prefixes, after = '', upTo }: { prefixes: readonly string[]; after?: string; upTo: Position }): AsyncIterable<RecordedEvent[]> {
    const last = known(upTo);
    for (const prefix of apart(prefixes)) yield* this.#streamsOf(prefix, after, last);
  }

  async *#streamsOf(prefix: string, after: string, last: number): AsyncIterable<RecordedEvent[]> {
    const end = `${prefix}\u{10FFFF}`;
    let stream = after > prefix ? after : prefix;
    let revision = after > prefix ? Number.MAX_SAFE_INTEGER : -1;
    let current: RecordedEvent[] = [];
    for (;;) {
      const page = events(this.#streams.all(stream, revision, end, last));
      for (const event of page) {
        if (current.length > 0 && current[0]!.stream !== event.stream) {
          yield current;
          current = [];
        }
        current.push(event);
      }
      if (page.length < STREAM_PAGE) break;
      stream = page[page.length - 1]!.stream;
      revision = page[page.length - 1]!.revision;
    }
    if (current.length > 0) yield current;
  }

  /** Recording times never decrease with position, so this is a binary search. */
  async positionAt(recordedAt: number): Promise<Position | null> {
    let low = 0;
    let high = (this.#head.get() as [number, number] | undefined)?.[0] ?? 0;
    while (low < high) {
      const middle = Math.floor((low + high + 1) / 2);
      const [position, at] = this.#recordedAt.get(middle) as [number, number];
      if (at <= recordedAt) low = position;
      else high = middle - 1;
    }
    return low === 0 ? null : toPosition(low);
  }

  async at(position: Position): Promise<LogHead | null> {
    return toHead(this.#at.get(known(position)));
  }

  /** As long as the bell has not rung since the last look, the log ends where it did. */
  async head(): Promise<LogHead | null> {
    const rung = this.#bell?.rung();
    if (rung === undefined || rung !== this.#knownHead?.rung) this.#knownHead = { rung, head: toHead(this.#head.get()) };
    return this.#knownHead.head;
  }

  readPosition(text: string): Position | null {
    return readPosition(text);
  }

  /** Positions of this log are dense. */
  async countAfter(after: Position | null): Promise<number> {
    const head = this.#head.get() as [number, number] | undefined;
    return Math.max(0, (head?.[0] ?? 0) - (after === null ? 0 : known(after)));
  }

  async waitFor(after: Position | null, signal: AbortSignal): Promise<void> {
    const from = after === null ? 0 : known(after);
    const wake = () => this.#bell?.ring();
    signal.addEventListener('abort', wake);
    try {
      while (!signal.aborted) {
        const rung = this.#bell?.rung() ?? 0;
        const head = this.#head.get() as [number, number] | undefined;
        if ((head?.[0] ?? 0) > from) return;
        if (this.#bell) await this.#bell.waitWhile(rung, SAFETY_NET_MS);
        else await delay(POLL_MS);
      }
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }

  /** Reads as many streams as fit into some milliseconds; the others follow in the next turn of the event loop. */
  #readAsked(): void {
    const asked = this.#asked;
    const began = performance.now();
    let read = 0;
    try {
      this.#database.exec('BEGIN');
      while (read < asked.length && performance.now() - began < TURN_MS) {
        const { values, resolve } = asked[read]!;
        resolve(events(this.#stream.all(...values)));
        read += 1;
      }
      this.#database.exec('COMMIT');
      this.#asked = asked.slice(read);
    } catch (error) {
      if (this.#database.open && this.#database.inTransaction) this.#database.exec('ROLLBACK');
      this.#asked = [];
      for (const { reject } of asked) reject(error as Error);
    }
    if (this.#asked.length > 0) setImmediate(() => this.#readAsked());
  }

  async close(): Promise<void> {
    this.#database.close();
  }
}

function lookBy(statement: Statement, file: string): Look {
  return {
    all: (...values) => looking(file, () => statement.all(...values)),
    get: (...values) => looking(file, () => statement.get(...values)),
  };
}

function looking<Result>(file: string, look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    throw logDamage(error, file) ?? error;
  }
}

function events(rows: unknown[]): RecordedEvent[] {
  for (let i = 0; i < rows.length; i++) rows[i] = new SqliteRecordedEvent(rows[i] as EventRow);
  return rows as RecordedEvent[];
}

type HeadRow = [position: number, recordedAt: number, stream: string, commandId: string, index: number];
const HEAD_COLUMNS = 'position, recorded_at, stream, command_id, command_index';

function toHead(row: unknown): LogHead | null {
  if (row === undefined) return null;
  const [position, recordedAt, stream, commandId, index] = row as HeadRow;
  return { position: toPosition(position), recordedAt, eventId: eventId(stream, { commandId, index }) };
}

function known(position: Position): number {
  const number = fromPosition(position);
  if (number === null) throw new InvalidPosition(position);
  return number;
}

/** In ascending order, without prefixes that begin with another one: no name begins with two of the rest. */
function apart(prefixes: readonly string[]): string[] {
  const sorted = [...new Set(prefixes)].sort();
  return sorted.filter((prefix) => !sorted.some((other) => other !== prefix && prefix.startsWith(other)));
}
