import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

type Line = { readonly type: string; readonly [field: string]: unknown };

const header = 'customer_id,occurred_at,amount,currency,note';
const sound = `${header}\nA,2026-01-02,1.00,USD,\n`;
const wide = (columns: number) => Array.from({ length: columns }, (_, n) => `c${n}`).join(',');

describe('a file that was made to do harm', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
  });
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** The last line of the answer, or the problem; both say how the import ended. */
  async function ending(file: string | Buffer, options: Record<string, string> = {}): Promise<Line> {
    const answer = await engine.client.ask(`/v1/imports/purchases?${new URLSearchParams(options)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(Buffer.from(file as string)),
    });
    const lines = answer.text.trim().split('\n');
    return JSON.parse(lines.at(-1)!) as Line;
  }

  it.each<[string, () => string | Buffer, Record<string, string>, object]>([
    ['a million columns', () => `${wide(150_000)}\n${wide(150_000)}\n`, {}, { status: 400 }],
    ['a million columns, most of them empty', () => `${header}${','.repeat(1_000_000)}\n`, {}, { status: 400 }],
    ['a first line of half a million brackets', () => `${'['.repeat(500_000)}\n${'{"a":'.repeat(200_000)}\n`, {}, { status: 400 }],
    ['many rows of very many cells', () => `${header}\n${`${','.repeat(200_000)}\n`.repeat(40)}`, {}, { type: 'result', accepted: 0 }],
    ['a cell of a megabyte', () => `${sound}B,2026-01-02,1.00,USD,${'x'.repeat(1 << 20)}\n`, {}, { type: 'result', read: 2, rejected: 1 }],
    [
      'nested JSON',
      () => `{"customer_id":"C","occurred_at":"2026-01-02","amount":1,"currency":"USD","deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}\n`,
      { format: 'ndjson' },
      { type: 'result', accepted: 1 },
    ],
    [
      'nine thousand years in a zone',
      () => `${header}\n${Array.from({ length: 9_000 }, (_, n) => `D${n},${String(1_000 + n).padStart(4, '0')}-07-01 12:00:00,1.00,USD,`).join('\n')}\n`,
      { timeZone: 'Europe/Berlin' },
      { type: 'result' },
    ],
    ['a gzip bomb', () => gzipSync(Buffer.alloc(256 << 20)), {}, { status: 400 }],
  ])('with %s ends its own import, with a reason that can be read; the next one goes through', async (_, file, options, expected) => {
    const ended = await ending(file(), options);
    expect(ended).toMatchObject(expected);
    expect(String(ended['detail'] ?? '').length).toBeLessThan(2_000);
    expect(await ending(sound)).toMatchObject({ type: 'result', rejected: 0 });
    expect((await engine.client.ask('/health/ready')).status).toBe(200);
  });

  it('is read in a thread that the status lists among the others', async () => {
    const { threads } = await engine.client.get<{ threads: { name: string; state: string }[] }>('/v1/status');
    expect(threads.filter(({ name }) => name.startsWith('import')).map(({ name, state }) => [name, state])).toEqual([
      ['import-1', 'idle'],
      ['import-2', 'idle'],
      ['import-3', 'idle'],
    ]);
  });

  it('shows the beginning of a long rejected row; the line for the errors file is whole', async () => {
    const row = `B,never,1.00,USD,${'x'.repeat(5_000)}`;
    const lines = await engine.client.importFile<Line>('purchases', `${header}\n${row}\n`, {});
    const rejected = lines.find(({ type }) => type === 'rejected')!;
    expect((rejected['text'] as string).length).toBe(501);
    expect(rejected['errorsLine']).toContain(row);
  });
});
