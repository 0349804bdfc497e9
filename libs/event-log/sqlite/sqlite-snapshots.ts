import { rmSync } from 'node:fs';
import Database, { type Statement } from 'better-sqlite3';
import { diskSentence } from '../disk-trouble.js';
import type { Snapshots } from '../snapshots.js';

/** Never flushed: damage by a power failure is found when it is read. */
const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS part (id INTEGER PRIMARY KEY, stream TEXT NOT NULL, content TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS part_by_stream ON part (stream, id);
CREATE TABLE IF NOT EXISTS form (version TEXT NOT NULL) STRICT;
`;

interface Opened {
  readonly database: Database.Database;
  readonly read: Statement;
  readonly forget: Statement;
  readonly insert: Statement;
}

/**
 * Snapshots in a file of their own beside the log. A file that is damaged, or is not a database, is recreated; so is one of
 * another `version`, because nobody will ask for its content.
 */
export class SqliteSnapshots implements Snapshots {
  #opened: Opened | null = null;
  #failing = false;
  #closed = false;

  /** @param warn called once when snapshots are unavailable, and again only after they were available in between */
  constructor(
    private readonly file: string,
    private readonly version: string,
    private readonly warn: (message: string) => void,
  ) {
    this.#try(() => null, null); // opens the file
  }

  async read(stream: string): Promise<unknown[]> {
    return this.#try(({ read }) => (read.all(stream) as string[]).map((content) => JSON.parse(content) as unknown), []);
  }

  async keep(stream: string, part: object, anew: boolean): Promise<boolean> {
    return this.#try(({ database, forget, insert }) => {
      database.transaction(() => {
        if (anew) forget.run(stream);
        insert.run(stream, JSON.stringify(part));
      })();
      return true;
    }, false);
  }

  close(): void {
    this.#closed = true;
    this.#letGo();
  }

  #try<Value>(work: (opened: Opened) => Value, otherwise: Value): Value {
    if (this.#closed) return otherwise;
    try {
      const value = work(this.#opened ?? this.#open());
      this.#failing = false;
      return value;
    } catch (error) {
      if (isDamage(error)) this.#remove();
      if (!this.#failing) this.warn(`Snapshots of customers with long histories cannot be used: ${this.#reason(error)}`);
      this.#failing = true;
      return otherwise;
    }
  }

  #reason(error: unknown): string {
    const { message } = error as Error;
    if (isDamage(error)) return `${message}. ${this.file} is made anew from the log.`;
    const reason = diskSentence(error, 'it goes on by itself') ?? `${message}.`;
    return `${reason} Commands on such customers are slow until ${this.file} can be written and read. It may be deleted at any time.`;
  }

  #open(): Opened {
    let database = new Database(this.file);
    try {
      database.exec(SCHEMA);
      if (database.prepare('SELECT version FROM form').pluck().get() !== this.version) {
        // Deleted rows stay in the file for a while.
        database.close();
        this.#remove();
        database = new Database(this.file);
        database.exec(SCHEMA);
        database.prepare('INSERT INTO form VALUES (?)').run(this.version);
      }
      this.#opened = {
        database,
        read: database.prepare('SELECT content FROM part WHERE stream = ? ORDER BY id').pluck(),
        forget: database.prepare('DELETE FROM part WHERE stream = ?'),
        insert: database.prepare('INSERT INTO part (stream, content) VALUES (?, ?)'),
      };
      return this.#opened;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  #letGo(): void {
    this.#opened?.database.close();
    this.#opened = null;
  }

  #remove(): void {
    this.#letGo();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${this.file}${suffix}`, { force: true });
  }
}

/** Includes a table with an unexpected shape, and a text that is not valid JSON. */
function isDamage(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return error instanceof SyntaxError || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR';
}
