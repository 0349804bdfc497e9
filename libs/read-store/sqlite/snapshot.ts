import type { Database, Statement } from 'better-sqlite3';
import type { Checkpoint, Parked, ReadSnapshot, StoredDocument, View } from '../read-store.js';
import { wholeText } from './divided.js';
import { SCAN_CHUNK, type ViewStatements, viewStatements } from './view-statements.js';

type PlaceRow = [position: string | null, recordedAt: number, eventId: string | null];
type ViewRow = [version: number, build: number, logId: string | null, ...place: PlaceRow];

/**
 * A read transaction on a connection of its own, shared by all callers in the same turn of the event loop: beginning
 * and ending one costs as much as the look-up in between. The last caller to close it ends it.
 */
export class SqliteSnapshot implements ReadSnapshot {
  readonly #live: Statement;
  readonly #checkpoint: Statement;
  readonly #views = new Map<string, ViewStatements>();
  readonly #begin: Statement;
  readonly #commit: Statement;
  /** Live views of this moment, with their checkpoints: the parts of an answer ask for the same one. */
  readonly #asked = new Map<string, { view: View; checkpoint: Checkpoint | null }>();
  #readers = 0;

  constructor(
    readonly database: Database,
    private readonly release: (snapshot: SqliteSnapshot) => void,
  ) {
    this.#begin = database.prepare('BEGIN');
    this.#commit = database.prepare('COMMIT');
    this.#live = database.prepare('SELECT version, build, log_id, position, recorded_at, event_id FROM view WHERE projection = ? AND live = 1').raw();
    this.#checkpoint = database.prepare('SELECT position, recorded_at, event_id FROM view WHERE projection = ? AND version = ? AND build = ?').raw();
  }

  begin(): this {
    this.#begin.run();
    this.#asked.clear();
    this.#readers = 1;
    return this;
  }

  /** Adds a reader of this moment; each closes it once. */
  join(): this {
    this.#readers += 1;
    return this;
  }

  async view(projection: string): Promise<View | null> {
    const known = this.#asked.get(projection);
    if (known) return known.view;
    const row = this.#live.get(projection) as ViewRow | undefined;
    if (!row) return null;
    const [version, build, logId, ...place] = row;
    const view: View = { projection, version, build, live: true, logId };
    this.#asked.set(projection, { view, checkpoint: toCheckpoint(place) });
    return view;
  }

  async checkpoint(view: View): Promise<Checkpoint | null> {
    const known = this.#asked.get(view.projection);
    if (known?.view === view) return known.checkpoint;
    const { projection, version, build } = view;
    const row = this.#checkpoint.get(projection, version, build) as PlaceRow | undefined;
    return row ? toCheckpoint(row) : null;
  }

  async get(view: View, key: string): Promise<StoredDocument | null> {
    const { get, pieces } = this.#statements(view);
    const row = get.get(key) as [number, string, string | null] | undefined;
    return row ? { key, revision: row[0], body: wholeText(key, row[1], row[2], pieces) } : null;
  }

  async page(view: View, { after, limit }: { after: string | null; limit: number }): Promise<StoredDocument[]> {
    const { page, pieces } = this.#statements(view);
    const rows = page.all(after ?? '', limit) as [string, number, string, string | null][];
    return rows.map(([key, revision, body, ids]) => ({ key, revision, body: wholeText(key, body, ids, pieces) }));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  async *scan(view: View): AsyncIterable<Array<[key: string, document: any]>> {
    const { scan } = this.#statements(view);
    let after = '';
    for (;;) {
      const [json, last, count, divided] = scan.get(after) as [string | null, string, number, number];
      if (json === null) return;
      const chunk = JSON.parse(json) as Array<[string, unknown]>;
      if (divided > 0) for (const each of chunk) each[1] ??= JSON.parse((await this.get(view, each[0]))!.body);
      yield chunk;
      if (count < SCAN_CHUNK) return;
      after = last;
    }
  }

  async count(view: View): Promise<number> {
    return this.#statements(view).count.get() as number;
  }

  async sums(view: View, prefix: string): Promise<Array<[cell: string, amount: number]>> {
    return this.#statements(view).sums.all(prefix, `${prefix}\u{10FFFF}`) as Array<[string, number]>;
  }

  async parked(view: View): Promise<Parked[]> {
    const rows = this.#statements(view).parked.all() as [string, number, string, string, number][];
    return rows.map(([key, revision, eventType, reason, parkedAt]) => ({ key, revision, eventType, reason, parkedAt }));
  }

  close(): void {
    this.#readers -= 1;
    if (this.#readers > 0) return;
    // Reading damage ends the transaction by itself: committing without one would hide the damage.
    if (this.database.inTransaction) this.#commit.run();
    this.release(this);
  }

  #statements(view: View): ViewStatements {
    const name = `${view.projection}@${view.version}.${view.build}`;
    let statements = this.#views.get(name);
    if (!statements) {
      statements = viewStatements(this.database, view);
      this.#views.set(name, statements);
    }
    return statements;
  }
}

function toCheckpoint([position, recordedAt, eventId]: PlaceRow): Checkpoint | null {
  return position === null ? null : { position, recordedAt, ...(eventId === null ? {} : { eventId }) };
}
