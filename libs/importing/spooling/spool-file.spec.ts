import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Arrangement, usualArrangement } from '../arranging/arrangement.js';
import type { CommandSink } from '../command-sink.js';
import { importFile } from '../import-file.js';
import { imported, inChunks } from '../imported.js';
import { MemorySink } from '../memory-sink.js';
import { SpoolFile } from './spool-file.js';

const text = `customer_id,occurred_at,amount\n${Array.from({ length: 500 }, (_, at) => `${(at * 7) % 40},2026-01-02,${at}`).join('\n')}\n`;
const seesFiles = process.platform === 'linux' ? it : it.skip;

describe('the temporary file of an import', () => {
  let folder: string;
  let arrangement: Arrangement;
  let mostOpen: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spool-spec-'));
    arrangement = { ...usualArrangement, rowsTogether: 10, watchedRows: 50, windowRows: 200, keptBytes: 0, pieceBytes: 256, folder };
    mostOpen = 0;
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const linkOf = (fd: string): string => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  };
  const isBelowFolder = (fd: string): boolean => linkOf(fd).startsWith(folder);
  const openFile = (): string | undefined => readdirSync('/proc/self/fd').find(isBelowFolder);

  /** Files below the folder that this process has open, whether or not they still have a name. */
  const openFiles = (): number => readdirSync('/proc/self/fd').filter(isBelowFolder).length;

  function watching(failAt = Number.POSITIVE_INFINITY): CommandSink {
    const sink = new MemorySink();
    return {
      secret: sink.secret,
      knows: (customerId) => sink.knows(customerId),
      executeRows(rows) {
        mostOpen = Math.max(mostOpen, openFiles());
        if (sink.facts.length >= failAt) throw new Error('the log is closed');
        return sink.executeRows(rows);
      },
    };
  }

  function expectNothingLeft(): void {
    expect(mostOpen).toBe(1);
    expect(openFiles()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  }

  seesFiles('holds nothing in clear: neither rows, nor the same bytes for the same piece written twice', async () => {
    const file = await SpoolFile.open(folder);
    const path = `/proc/self/fd/${openFile()}`;
    const piece = Buffer.from('Ada Lovelace,ada@example.com\n'.repeat(200));
    await file.write(piece, 7);
    const first = readFileSync(path);
    expect(first.includes('Ada')).toBe(false);
    await file.write(piece, 7);
    expect(readFileSync(path).equals(first)).toBe(false);
    const read = Buffer.alloc(piece.length);
    await file.read(read, 7);
    expect(read.equals(piece)).toBe(true);
    await expect(file.read(read, 8)).rejects.toThrow('begins at 8');
    await file.close();
  });

  seesFiles('is gone when the import is done', async () => {
    expect((await imported(text, {}, { sink: watching(), arrangement })).result.accepted).toBe(500);
    expectNothingLeft();
  });

  seesFiles('is gone when the log fails', async () => {
    await expect(imported(text, {}, { sink: watching(150), arrangement })).rejects.toThrow('the log is closed');
    expectNothingLeft();
  });

  seesFiles('is gone when the body fails', async () => {
    async function* torn(): AsyncGenerator<Uint8Array> {
      yield* inChunks(text.repeat(60), [1000]);
      mostOpen = openFiles();
      throw new Error('connection reset');
    }
    arrangement = { ...arrangement, inputKeptBytes: 0 };
    const all = async () => {
      for await (const line of importFile({ kind: 'purchases', actor: 'test', currency: 'USD' }, torn(), watching(), arrangement)) void line;
    };
    await expect(all()).rejects.toThrow('connection reset');
    expectNothingLeft();
  });

  seesFiles('is gone when the caller stops early', async () => {
    for await (const line of importFile({ kind: 'purchases', actor: 'test', currency: 'USD' }, inChunks(text, []), watching(), arrangement)) {
      if (line.type === 'progress' && line.rows >= 150) break;
    }
    expectNothingLeft();
  });

  it('says that the disk is full where all rows of a customer have to come together', async () => {
    const { write } = SpoolFile.prototype;
    SpoolFile.prototype.write = () => Promise.reject(Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }));
    const customers = `customer_id,name\n${Array.from({ length: 500 }, (_, at) => `${at % 40},Ada`).join('\n')}\n`;
    const message = 'The disk is full: the rows of each customer could not be brought together. Make room, then import it again.';
    await expect(imported(customers, { kind: 'customers' }, { arrangement })).rejects.toMatchObject({ code: 'no-room', message });
    SpoolFile.prototype.write = write;
  });

  it('is done without where it cannot be written', async () => {
    const { result } = await imported(text, {}, { arrangement: { ...arrangement, folder: join(folder, 'missing') } });
    expect(result).toMatchObject({ read: 500, accepted: 500, customers: 40 });
  });
});
