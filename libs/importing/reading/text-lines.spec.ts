import fc from 'fast-check';
import { inChunks } from '../imported.js';
import { longestLine, readLines, type TextLine } from './text-lines.js';

async function linesOf(content: string | Uint8Array, sizes: readonly number[] = []): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for await (const block of readLines(inChunks(content, sizes))) lines.push(...block);
  return lines;
}

const texts = async (content: string | Uint8Array): Promise<string[]> => (await linesOf(content)).map(({ text }) => text);
const problems = async (content: string | Uint8Array): Promise<(string | undefined)[]> => (await linesOf(content)).map(({ problem }) => problem?.code);

describe('lines of a byte stream', () => {
  it('end in LF, CRLF or CR, and the last one need not end', async () => {
    expect(await texts('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c']);
    expect(await texts('a\n')).toEqual(['a']);
    expect(await texts('')).toEqual([]);
    expect(await texts('a\rb\r\nc\r\rd\n\re')).toEqual(['a', 'b', 'c', '', 'd', '', 'e']);
    expect(await texts('a\u2028b\u0085c\n')).toEqual(['a\u2028b\u0085c']);
    expect(await texts('a\n\u001a')).toEqual(['a']);
  });

  it('lose a byte order mark at the top, and only there', async () => {
    expect(await texts('\uFEFFa\n\uFEFFb')).toEqual(['a', '\uFEFFb']);
  });

  it('are left out alone when they are not UTF-8 or hold a NUL', async () => {
    const bytes = Buffer.concat([Buffer.from('good\n'), Buffer.from([0x63, 0x61, 0x66, 0xe9, 10]), Buffer.from('a\0b\nfine\n')]);
    expect(await problems(bytes)).toEqual([undefined, 'invalid-utf-8', 'nul-byte', undefined]);
  });

  it('are left out alone when they are too long, and not held in memory', async () => {
    const long = 'x'.repeat(longestLine + 1);
    const lines = await linesOf(
      `before\n${long}\nafter`,
      Array.from({ length: 40 }, () => 33_333),
    );
    expect(lines.map(({ number, problem }) => [number, problem?.code])).toEqual([
      [1, undefined],
      [2, 'line-too-long'],
      [3, undefined],
    ]);
    expect(lines[1]?.text.length).toBeLessThan(1000);
    expect(lines[1]?.problem?.reason).toContain(String(longestLine + 1));
    expect(await problems('x'.repeat(longestLine))).toEqual([undefined]);
  });

  it('do not change when the stream uses its buffer again', async () => {
    async function* reusing(): AsyncGenerator<Uint8Array> {
      const buffer = Buffer.alloc(2);
      for (const part of ['ab', 'cd', '\ne', 'fg']) {
        buffer.write(part);
        yield buffer;
      }
    }
    const lines: string[] = [];
    for await (const block of readLines(reusing())) lines.push(...block.map(({ text }) => text));
    expect(lines).toEqual(['abcd', 'efg']);
  });

  it('are the same wherever the stream is cut', async () => {
    const content = fc
      .array(fc.constantFrom(0x61, 0x0a, 0x0d, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0x00), { maxLength: 60 })
      .map((bytes) => Uint8Array.from(bytes));
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(content, sizes, async (bytes, cuts) => {
        expect(await linesOf(bytes, cuts)).toEqual(await linesOf(bytes));
      }),
    );
  });
});
