import type { Database, Statement } from 'better-sqlite3';
import { SumTooLarge } from '../errors.js';
import type { Piece } from '../pieces.js';
import type { DocumentChange, KeptDocument, View, ViewChanges } from '../read-store.js';
import { inOrder } from './divided.js';
import { tables } from './schema.js';

/** The prepared reads and writes of one view's writer. Runs inside the caller's transaction. */
export class ViewWriter {
  readonly #get: Statement;
  readonly #put: Statement;
  readonly #pieces: Statement;
  readonly #putPiece: Statement;
  readonly #dropPiece: Statement;
  readonly #add: Statement;
  readonly #dropZero: Statement;
  readonly #park: Statement;
  readonly #unpark: Statement;
  readonly #checkpoint: Statement;

  constructor(
    database: Database,
    private readonly view: View,
  ) {
    const { document, piece, sum, parked } = tables(view);
    this.#get = database.prepare(`SELECT revision, body, pieces FROM ${document} WHERE key = ?`).raw();
    this.#put = database.prepare(`REPLACE INTO ${document} (key, revision, body, pieces) VALUES (?, ?, ?, ?)`);
    this.#pieces = database.prepare(`SELECT id, text FROM ${piece} WHERE key = ?`);
    this.#putPiece = database.prepare(`REPLACE INTO ${piece} (key, id, text) VALUES (?, ?, ?)`);
    this.#dropPiece = database.prepare(`DELETE FROM ${piece} WHERE key = ? AND id = ?`);
    this.#add = database
      .prepare(`INSERT INTO ${sum} (cell, amount) VALUES (?, ?) ON CONFLICT (cell) DO UPDATE SET amount = amount + excluded.amount RETURNING amount`)
      .pluck();
    this.#dropZero = database.prepare(`DELETE FROM ${sum} WHERE cell = ? AND amount = 0`);
    this.#park = database.prepare(`INSERT OR REPLACE INTO ${parked} (key, revision, event_type, reason, parked_at) VALUES (?, ?, ?, ?, ?)`);
    this.#unpark = database.prepare(`DELETE FROM ${parked} WHERE key = ?`);
    this.#checkpoint = database.prepare('UPDATE view SET position = ?, recorded_at = ?, event_id = ? WHERE projection = ? AND version = ? AND build = ?');
  }

  load(keys: readonly string[]): Map<string, KeptDocument> {
    const found = new Map<string, KeptDocument>();
    for (const key of keys) {
      const row = this.#get.get(key) as [number, string, string | null] | undefined;
      if (!row) continue;
      const [revision, body, ids] = row;
      found.set(key, { key, revision, body, ...(ids !== null && { pieces: inOrder(ids, this.#pieces.all(key) as Piece[]) }) });
    }
    return found;
  }

  apply({ documents, sums, park = [], unpark = [], checkpoint }: ViewChanges): void {
    for (const document of documents) this.#write(document);
    for (const [cell, amount] of sums) {
      if (amount === 0) continue;
      const sum = this.#add.get(cell, amount) as number;
      if (sum === 0) this.#dropZero.run(cell);
      else if (!Number.isSafeInteger(sum)) throw new SumTooLarge(this.view.projection, cell, sum);
    }
    for (const { key, revision, eventType, reason, parkedAt } of park) this.#park.run(key, revision, eventType, reason, parkedAt);
    for (const key of unpark) this.#unpark.run(key);
    if (!checkpoint) return;
    const { position, recordedAt, eventId = null } = checkpoint;
    this.#checkpoint.run(position, recordedAt, eventId, this.view.projection, this.view.version, this.view.build);
  }

  #write({ key, revision, body, division }: DocumentChange): void {
    this.#put.run(key, revision, body, division ? JSON.stringify(division.ids) : null);
    for (const { id, text } of division?.added ?? []) this.#putPiece.run(key, id, text);
    for (const id of division?.dropped ?? []) this.#dropPiece.run(key, id);
  }
}
