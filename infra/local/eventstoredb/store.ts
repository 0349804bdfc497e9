import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Expected, judge, type StreamState, type Verdict } from './expectation.js';
import { type ProposedEvent, SCHEMA, type StoredEvent, TOMBSTONE } from './store-schema.js';
import { DELETED_BEFORE, firstShown, limitsOf, metadataStreamOf } from './stream-limits.js';

export type Appended = { readonly kind: 'appended'; readonly revision: number; readonly position: number } | Exclude<Verdict, { kind: 'ok' | 'idempotent' }>;

export interface Page {
  readonly from: number;
  readonly direction: 'forwards' | 'backwards';
  readonly count: number;
}

/** A record's header takes space too: positions are never as dense as the payloads. */
const HEADER_BYTES = 127;
const OTHERS_LOOKED_AT_EVERY_MS = 50;

/** The stand-in's log: one SQLite file, every append one transaction, so an answered append outlives the process. */
export class Store extends EventEmitter<{ appended: [] }> {
  readonly #database: Database.Database;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #others: NodeJS.Timeout;

  constructor(
    folder: string,
    private readonly clock: () => number,
  ) {
    super();
    mkdirSync(folder, { recursive: true });
    this.#database = new Database(join(folder, 'eventstoredb-stand-in.db'));
    this.#database.pragma('journal_mode = WAL');
    // Survives SIGKILL; a test tool need not survive a power cut.
    this.#database.pragma('synchronous = NORMAL');
    this.#database.exec(SCHEMA);
    this.#statements = prepare(this.#database);
    this.setMaxListeners(0);
    this.#others = this.#watchOthers();
  }

  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): Appended {
    return this.#database.transaction(() => this.#judged(stream, expected, events)).immediate();
  }

  #judged(stream: string, expected: Expected, events: readonly ProposedEvent[]): Appended {
    const state = this.#stateOf(stream);
    const verdict = judge(
      expected,
      events.map(({ id }) => id),
      state,
    );
    if (verdict.kind === 'wrong-version' || verdict.kind === 'deleted') return verdict;
    if (verdict.kind === 'idempotent') {
      return { kind: 'appended', revision: verdict.last, position: this.#statements.positionOf.get(stream, verdict.last) as number };
    }
    return this.#write(stream, state, events);
  }

  /** Null when the stream does not exist, or is hidden completely. */
  readStream(stream: string, { from, direction, count }: Page): StoredEvent[] | 'deleted' | null {
    const last = this.#last(stream);
    if (last === TOMBSTONE) return 'deleted';
    const first = firstShown(this.#limits(stream), last);
    if (last < 0 || first > last) return null;
    const rows =
      direction === 'forwards'
        ? this.#statements.forwards.all(stream, Math.max(from, first), count)
        : this.#statements.backwards.all(stream, from, first, count);
    return rows as StoredEvent[];
  }

  /** Forwards: from a position, inclusive. Backwards: the events before a position. */
  readAll({ from, direction, count }: Page): StoredEvent[] {
    return (direction === 'forwards' ? this.#statements.allForwards.all(from, count) : this.#statements.allBackwards.all(from, count)) as StoredEvent[];
  }

  /** Hides the events of the stream so far; the next append continues its revisions. */
  delete(stream: string, expected: Expected): Appended {
    const verdict = judge(expected, [randomUUID()], this.#stateOf(stream));
    if (verdict.kind === 'wrong-version' || verdict.kind === 'deleted') return verdict;
    return this.setMetadata(stream, { $tb: DELETED_BEFORE });
  }

  /** Deletes the stream for ever: nothing can be appended to it again. */
  tombstone(stream: string, expected: Expected): Appended {
    const state = this.#stateOf(stream);
    const verdict = judge(expected, [randomUUID()], state);
    if (verdict.kind === 'wrong-version' || verdict.kind === 'deleted') return verdict;
    return this.#write(stream, { ...state, current: TOMBSTONE - 1 }, [systemEvent('$streamDeleted', {})]);
  }

  setMetadata(stream: string, metadata: object): Appended {
    return this.append(metadataStreamOf(stream), 'any', [systemEvent('$metadata', metadata)]);
  }

  close(): void {
    clearInterval(this.#others);
    this.#database.close();
  }

  #write(stream: string, { current, softDeleted }: Pick<StreamState, 'current' | 'softDeleted'>, events: readonly ProposedEvent[]): Appended {
    const created = this.clock();
    let end = (this.#statements.end.get() as number | undefined) ?? 0;
    let position = end;
    this.#database.transaction(() => {
      if (softDeleted)
        end = this.#insert(metadataStreamOf(stream), this.#last(metadataStreamOf(stream)) + 1, systemEvent('$metadata', { $tb: current + 1 }), end, created);
      events.forEach((event, i) => {
        position = end;
        end = this.#insert(stream, current + 1 + i, event, end, created);
      });
    })();
    this.emit('appended');
    return { kind: 'appended', revision: current + events.length, position };
  }

  /** Other nodes of the cluster write to the same file. */
  #watchOthers(): NodeJS.Timeout {
    const version = this.#database.prepare('PRAGMA data_version').pluck();
    let seen = version.get();
    const look = () => {
      const now = version.get();
      if (now !== seen) this.emit('appended');
      seen = now;
    };
    return setInterval(look, OTHERS_LOOKED_AT_EVERY_MS).unref();
  }

  #insert(stream: string, revision: number, { id, type, json, data, metadata }: ProposedEvent, position: number, created: number): number {
    const post = position + HEADER_BYTES + 2 * (stream.length + type.length) + data.length + metadata.length;
    this.#statements.insert.run(position, post, stream, revision, id, type, json ? 1 : 0, created, data, metadata);
    return post;
  }

  #stateOf(stream: string): StreamState {
    const current = this.#last(stream);
    return {
      current,
      softDeleted: current >= 0 && this.#limits(stream).truncateBefore > current,
      idAt: (revision) => (this.#statements.idAt.get(stream, revision) as string | undefined) ?? null,
      revisionOf: (id) => (this.#statements.revisionOf.get(stream, id) as number | undefined) ?? null,
    };
  }

  #last(stream: string): number {
    return (this.#statements.last.get(stream) as number | null) ?? -1;
  }

  #limits(stream: string) {
    return limitsOf((this.#statements.metadata.get(metadataStreamOf(stream)) as string | undefined) ?? null);
  }
}

export function systemEvent(type: string, data: object): ProposedEvent {
  return { id: randomUUID(), type, json: true, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.alloc(0) };
}

function prepare(database: Database.Database) {
  return {
    end: database.prepare('SELECT post FROM event ORDER BY position DESC LIMIT 1').pluck(),
    last: database.prepare('SELECT max(revision) FROM event WHERE stream = ?').pluck(),
    idAt: database.prepare('SELECT id FROM event WHERE stream = ? AND revision = ?').pluck(),
    revisionOf: database.prepare('SELECT revision FROM event WHERE stream = ? AND id = ?').pluck(),
    positionOf: database.prepare('SELECT position FROM event WHERE stream = ? AND revision = ?').pluck(),
    metadata: database.prepare('SELECT CAST(data AS TEXT) FROM event WHERE stream = ? ORDER BY revision DESC LIMIT 1').pluck(),
    insert: database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    forwards: database.prepare('SELECT * FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?'),
    backwards: database.prepare('SELECT * FROM event WHERE stream = ? AND revision <= ? AND revision >= ? ORDER BY revision DESC LIMIT ?'),
    allForwards: database.prepare('SELECT * FROM event WHERE position >= ? ORDER BY position LIMIT ?'),
    allBackwards: database.prepare('SELECT * FROM event WHERE post <= ? ORDER BY position DESC LIMIT ?'),
  };
}
