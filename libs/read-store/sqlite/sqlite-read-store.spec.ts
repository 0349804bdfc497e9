import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readStoreContract } from '../contract/read-store.contract.js';
import { setAside } from './set-aside.js';
import { SqliteReadStore } from './sqlite-read-store.js';

const folder = () => mkdtempSync(join(tmpdir(), 'tenure-views-'));

readStoreContract('SQLite', async () => {
  const directory = folder();
  const open = async () => SqliteReadStore.openForWriting(join(directory, 'views.db'));
  return {
    open,
    reopen: async (store) => {
      await store.close();
      return open();
    },
    dispose: async () => rmSync(directory, { recursive: true }),
  };
});

describe('the read-model file', () => {
  let directory: string;
  beforeEach(() => {
    directory = folder();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is written on while a slow reader holds its moment', async () => {
    const store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
    const view = await store.makeLive(await store.createView('x', 1));
    const reader = await store.snapshot();
    await reader.count(view);
    const body = JSON.stringify('x'.repeat(4_000));
    for (let n = 0; n < 12; n++) {
      const documents = Array.from({ length: 2_000 }, (_, i) => ({ key: `${n}-${i}`, revision: 0, body }));
      await store.commit(new Map([[view, { documents, sums: [] }]]));
    }
    expect(await reader.count(view)).toBe(0);
    reader.close();
    const later = await store.snapshot();
    expect(await later.count(view)).toBe(24_000);
    later.close();
    await store.close();
  });

  it('is looked at once for all who ask in one turn, until the last of them has closed', async () => {
    const store = SqliteReadStore.openForWriting(join(directory, 'views.db'));
    const view = await store.makeLive(await store.createView('x', 1));
    const [one, other] = await Promise.all([store.snapshot(), store.snapshot()]);
    expect(await one.get(view, 'a')).toBeNull();
    one.close();
    await store.commit(new Map([[view, { documents: [{ key: 'a', revision: 0, body: '1' }], sums: [] }]]));
    const after = await store.snapshot();
    expect(await after.get(view, 'a')).toEqual({ key: 'a', revision: 0, body: '1' });
    await new Promise(setImmediate);
    expect(await other.get(view, 'a')).toBeNull();
    other.close();
    after.close();
    await store.close();
  });

  it('of another layout is ours to rebuild', async () => {
    const file = join(directory, 'views.db');
    await SqliteReadStore.openForWriting(file).close();
    const other = new Database(file);
    other.pragma('user_version = 999');
    other.close();
    const store = SqliteReadStore.openForWriting(file);
    expect(await store.views()).toEqual([]);
    await store.close();
  });

  it('of another program is left alone', () => {
    const file = join(directory, 'views.db');
    const other = new Database(file);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    expect(() => SqliteReadStore.openForWriting(file)).toThrow(/not Tenure's/);
  });

  it('that SQLite cannot read is damaged, and is kept when it is set aside', () => {
    const file = join(directory, 'views.db');
    writeFileSync(file, 'a letter, not a database. '.repeat(50));
    expect(() => SqliteReadStore.openForWriting(file)).toThrow(
      expect.objectContaining({ name: 'ReadModelsDamaged', message: expect.stringContaining('not a database') }),
    );
    const kept = [setAside(file, new Date(0)), setAside(writtenAgain(file), new Date(0))];
    expect(kept.map((name) => readFileSync(name, 'utf8').slice(0, 8))).toEqual(['a letter', 'another ']);
    expect(existsSync(file)).toBe(false);
  });
});

function writtenAgain(file: string): string {
  writeFileSync(file, 'another letter');
  return file;
}
