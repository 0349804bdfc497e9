import { OpenFiles } from '@tenure/event-log/sqlite';
import type Database from 'better-sqlite3';
import { asKept } from '../as-kept.js';
import { VaultUnavailable, vaultUnreachable } from '../errors.js';
import type { Keys, WrappedKey } from '../keys.js';
import { KEY_COLUMNS, type KeyRow, toKey } from './key-rows.js';
import { openVault } from './open-vault.js';
import { rescueVault } from './vault-moved.js';

/** SQLite takes 32,766 parameters; a list as JSON is one parameter. */
const READ = `SELECT ${KEY_COLUMNS} FROM customer_key WHERE customer IN (SELECT value FROM json_each(?)) ORDER BY customer, epoch`;

const INSERT = `INSERT INTO customer_key (${KEY_COLUMNS}) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`;

const ID = 'SELECT id FROM vault';
const BEGIN = 'INSERT INTO vault (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM vault)';

const PAGE = `SELECT ${KEY_COLUMNS} FROM customer_key WHERE (customer, epoch) > (?, ?) ORDER BY customer, epoch LIMIT ?`;

/** Keys in a file of their own beside the log: a destroyed key leaves nothing behind in the file of the events. */
export class SqliteKeys implements Keys {
  readonly place: string;

  /** Set once its keys have been saved elsewhere. */
  #moved: VaultUnavailable | null = null;
  /** By their text: each is prepared once, because preparing takes longer than running it. */
  readonly #statements = new Map<string, Database.Statement>();

  private constructor(
    readonly file: string,
    private readonly database: Database.Database,
    /** Null for a reader, whose open files stay readable, and for a writer beside another connection that checks them. */
    private readonly files: OpenFiles | null,
  ) {
    this.place = `the file ${file}`;
  }

  /** Creates the file if it is missing. @throws VaultUnavailable */
  static openForWriting(file: string): SqliteKeys {
    return new SqliteKeys(file, openVault(file, { readonly: false }), new OpenFiles(file));
  }

  /**
   * Another connection for writing, in another thread, to a file that is open already: the first connection checks whether the file is still in its place.
   * @throws VaultUnavailable
   */
  static openBeside(file: string): SqliteKeys {
    return new SqliteKeys(file, openVault(file, { readonly: false, fileMustExist: true }), null);
  }

  /** @throws VaultUnavailable */
  static openForReading(file: string): SqliteKeys {
    return new SqliteKeys(file, openVault(file, { readonly: true }), null);
  }

  async id(): Promise<string | null> {
    return this.#ask(() => {
      this.#refuseMoved();
      return this.#id();
    });
  }

  async begin(id: string): Promise<string> {
    return this.#ask(() => {
      this.#prepared(BEGIN).run(id);
      this.#refuseMoved();
      return this.#id()!;
    });
  }

  async read(customerIds: readonly string[]): Promise<WrappedKey[]> {
    return this.#ask(() => this.#read(customerIds));
  }

  /** All keys, in pages. */
  *pages(size: number): Generator<WrappedKey[]> {
    const next = (customer: string, epoch: number) => this.#ask(() => this.#prepared(PAGE).raw().all(customer, epoch, size) as KeyRow[]);
    for (let rows = next('', 0); rows.length > 0; rows = next(rows.at(-1)![0], rows.at(-1)![1])) yield rows.map(toKey);
  }

  async keep(keys: readonly WrappedKey[]): Promise<WrappedKey[]> {
    return this.#ask(() => {
      const insert = this.#prepared(INSERT);
      const came = this.database.transaction(() =>
        keys.map(({ customerId, epoch, secretEpoch, wrapped }) => insert.run(customerId, epoch, secretEpoch, wrapped).changes),
      )();
      this.#refuseMoved();
      const others = keys.filter((_, at) => came[at] !== 1);
      if (others.length === 0) return [...keys];
      const there = asKept(others, this.#read(others.map(({ customerId }) => customerId)), this.place);
      let next = 0;
      return keys.map((key, at) => (came[at] === 1 ? key : there[next++]!));
    });
  }

  async close(): Promise<void> {
    this.database.close();
  }

  #prepared(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #id(): string | null {
    return (this.#prepared(ID).pluck().get() as string | undefined) ?? null;
  }

  #read(customerIds: readonly string[]): WrappedKey[] {
    const rows = this.#prepared(READ).raw().all(JSON.stringify(customerIds)) as KeyRow[];
    return rows.map(toKey);
  }

  /** Writes to a file that no longer has a name would never be read again. */
  #refuseMoved(): void {
    const name = this.#moved === null ? (this.files?.changed() ?? null) : null;
    if (name !== null) this.#moved = rescueVault(this.database, this.files!.file, name);
    if (this.#moved !== null) throw this.#moved;
  }

  #ask<T>(question: () => T): T {
    try {
      return question();
    } catch (error) {
      throw error instanceof VaultUnavailable ? error : vaultUnreachable(this.place, error as Error);
    }
  }
}
