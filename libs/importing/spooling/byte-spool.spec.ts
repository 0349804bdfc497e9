import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ByteSpool, type SpoolRoom } from './byte-spool.js';
import { SpoolFile } from './spool-file.js';

const room: SpoolRoom = { inputKeptBytes: 512 << 10, inputBytes: 4 << 20 };

async function spooled(pieces: readonly Uint8Array[], limits: SpoolRoom = room): Promise<Buffer[]> {
  const spool = new ByteSpool(limits);
  try {
    for (const piece of pieces) await spool.add(piece);
    const readings: Buffer[] = [];
    for (let time = 0; time < 2; time += 1) {
      const parts: Buffer[] = [];
      for await (const part of spool.chunks()) parts.push(Buffer.from(part));
      readings.push(Buffer.concat(parts));
    }
    return readings;
  } finally {
    await spool.close();
  }
}

describe('the bytes of a file that were put by', () => {
  it('are read as often as asked for, whatever they were cut into, in memory or beyond', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(0, 256 << 10, 8 << 20), async (lengths, inputKeptBytes) => {
        const pieces = lengths.map((length, at) => Buffer.alloc(length, `piece ${at} `));
        const whole = Buffer.concat(pieces);
        for (const reading of await spooled(pieces, { ...room, inputKeptBytes })) expect(reading.equals(whole)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('are a copy: the stream may use its buffer again', async () => {
    const spool = new ByteSpool(room);
    const buffer = Buffer.from('ab');
    await spool.add(buffer);
    buffer.write('xy');
    await spool.add(buffer);
    for await (const part of spool.chunks()) expect(part.toString()).toBe('abxy');
    await spool.close();
  });

  it('are refused when they are too many, or when there is nowhere to put them', async () => {
    const million = Buffer.alloc(1 << 20);
    await expect(spooled([million, million], { ...room, inputBytes: 2 << 20 })).resolves.toHaveLength(2);
    await expect(spooled([million, million, Buffer.from('x')], { ...room, inputBytes: 2 << 20 })).rejects.toMatchObject({ code: 'file-too-large' });
    await expect(spooled([million], { ...room, folder: '/there/is/no/such/folder' })).rejects.toMatchObject({ code: 'no-room' });
  });

  it('are refused by a full disk with what to do', async () => {
    const { write } = SpoolFile.prototype;
    SpoolFile.prototype.write = () => Promise.reject(Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }));
    const message = 'The disk is full: the file could not be put by. Make room, then import it again.';
    await expect(spooled([Buffer.alloc(1 << 20)])).rejects.toMatchObject({ code: 'no-room', message });
    SpoolFile.prototype.write = write;
  });

  it('leave nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'byte-spool-'));
    await spooled([Buffer.alloc(2 << 20)], { ...room, inputKeptBytes: 0, folder });
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
