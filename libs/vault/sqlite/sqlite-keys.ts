import type Database from 'better-sqlite3';
import type { Keys, WrappedKey } from '../keys.js';
import { openVault } from './open-vault.js';

type KeyRow = [customerId: string, epoch: number, secretEpoch: number, wrapped: Buffer];

/** SQLite takes 32,766 parameters; a list as JSON is one. */
const READ = 'SELECT customer, epoch, secret_epoch, wrapped FROM customer_key WHERE customer IN (SELECT value FROM json_each(?)) ORDER BY customer, epoch';

const INSERT = 'INSERT INTO customer_key (customer, epoch, secret_epoch, wrapped) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';

const PAGE = 'SELECT customer, epoch, secret_epoch, wrapped FROM customer_key WHERE (customer, epoch) > (?, ?) ORDER BY customer, epoch LIMIT ?';

/** Keys in a file of their own beside the log: a key that is destroyed leaves nothing behind in the file of the events. */
export class SqliteKeys implements Keys {
  readonly place: string;

  private constructor(
    file: string,
    private readonly database: Database.Database,
  ) {
    this.place = `the file ${file}`;
  }

  /** Makes the file where there is none. @throws VaultUnavailable */
  static openForWriting(file: string): SqliteKeys {
    return new SqliteKeys(file, openVault(file, { readonly: false }));
  }

  /** @throws VaultUnavailable */
  static openForReading(file: string): SqliteKeys {
    return new SqliteKeys(file, openVault(file, { readonly: true }));
  }

  async id(): Promise<string | null> {
    return (this.database.prepare('SELECT id FROM vault').pluck().get() as string | undefined) ?? null;
  }

  async begin(id: string): Promise<string> {
    this.database.prepare('INSERT INTO vault (id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM vault)').run(id);
    return (await this.id())!;
  }

  async read(customerIds: readonly string[]): Promise<WrappedKey[]> {
    return this.#read(customerIds);
  }

  /** Every key there is, some at a time. */
  *pages(size: number): Generator<WrappedKey[]> {
    const next = this.database.prepare(PAGE).raw();
    for (let rows = next.all('', 0, size) as KeyRow[]; rows.length > 0; rows = next.all(rows.at(-1)![0], rows.at(-1)![1], size) as KeyRow[]) {
      yield rows.map(toKey);
    }
  }

  async keep(keys: readonly WrappedKey[]): Promise<WrappedKey[]> {
    const insert = this.database.prepare(INSERT);
    const came = this.database.transaction(() =>
      keys.map(({ customerId, epoch, secretEpoch, wrapped }) => insert.run(customerId, epoch, secretEpoch, wrapped).changes),
    );
    return came().map((changes, at) => (changes === 1 ? keys[at]! : this.#there(keys[at]!)));
  }

  async close(): Promise<void> {
    this.database.close();
  }

  #there({ customerId, epoch }: WrappedKey): WrappedKey {
    return this.#read([customerId]).find((key) => key.epoch === epoch)!;
  }

  #read(customerIds: readonly string[]): WrappedKey[] {
    const rows = this.database.prepare(READ).raw().all(JSON.stringify(customerIds)) as KeyRow[];
    return rows.map(toKey);
  }
}

function toKey([customerId, epoch, secretEpoch, wrapped]: KeyRow): WrappedKey {
  return { customerId, epoch, secretEpoch, wrapped };
}
