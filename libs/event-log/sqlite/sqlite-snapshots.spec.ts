import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { snapshotsContract } from '../contract/snapshots.contract.js';
import { SqliteSnapshots } from './sqlite-snapshots.js';

const folder = () => mkdtempSync(join(tmpdir(), 'tenure-snapshots-'));

snapshotsContract('SQLite', async () => {
  const directory = folder();
  const warnings: string[] = [];
  const snapshots = new SqliteSnapshots(join(directory, 'snapshots.db'), 'v1', (message) => warnings.push(message));
  return {
    snapshots,
    warnings,
    dispose: async () => {
      snapshots.close();
      rmSync(directory, { recursive: true });
    },
  };
});

describe('the file of snapshots', () => {
  let directory: string;
  let file: string;
  let warnings: string[];
  const open = (version = 'v1') => new SqliteSnapshots(file, version, (message) => warnings.push(message));
  const part = { names: 'x'.repeat(9_000) };

  beforeEach(() => {
    directory = folder();
    file = join(directory, 'snapshots.db');
    warnings = [];
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function filled(): Promise<void> {
    const snapshots = open();
    for (let n = 0; n < 20; n++) await snapshots.keep('customer-a', { n, ...part }, n === 0);
    snapshots.close();
  }

  it('keeps over a restart, and is emptied by another version', async () => {
    await filled();
    const same = open();
    expect(await same.read('customer-a')).toHaveLength(20);
    same.close();
    const other = open('v2');
    expect(await other.read('customer-a')).toEqual([]);
    other.close();
    expect(warnings).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['no database', () => writeFileSync(file, 'no database, but a text that is long enough to be taken for one '.repeat(20))],
    ['cut off', () => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2))],
    [
      'overwritten in the middle',
      () => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 4096, bytes.length - 8192);
        writeFileSync(file, bytes);
      },
    ],
    [
      'a database of something else',
      () => {
        rmSync(file);
        const database = new Database(file);
        database.exec('CREATE TABLE part (name TEXT)');
        database.close();
      },
    ],
  ])('that is %s is made anew, once said', async (_, damage) => {
    await filled();
    damage();
    const snapshots = open();
    const kept = () => snapshots.keep('customer-b', { n: 1 }, true);
    await snapshots.read('customer-a');
    await kept();
    expect(await kept()).toBe(true);
    expect(await snapshots.read('customer-b')).toEqual([{ n: 1 }]);
    expect(await snapshots.read('customer-a')).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining(`${file} is made anew from the log`)]);
    snapshots.close();
  });

  it('that cannot be written is said to be so, once, and harms nobody', async () => {
    mkdirSync(file);
    const snapshots = open();
    expect(await snapshots.read('customer-a')).toEqual([]);
    expect(await snapshots.keep('customer-a', { n: 1 }, true)).toBe(false);
    expect(warnings).toEqual([expect.stringContaining(`until ${file} can be written and read`)]);
    rmSync(file, { recursive: true });
    expect(await snapshots.keep('customer-a', { n: 1 }, true)).toBe(true);
    snapshots.close();
  });
});
