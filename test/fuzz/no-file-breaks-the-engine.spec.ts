import { parseLines } from '../engine/client.js';
import type { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders } from '../engine/temporary-folder.js';
import { wrongWith } from './answer-check.js';
import { fuzzRandom, times } from './fuzz-run.js';
import { expectSound, startFuzzedEngine } from './fuzzed-engine.js';
import { damaged, hostileText, mutated, randomBytes } from './hostile-values.js';

interface Line {
  readonly type: string;
  readonly read?: number;
  readonly accepted?: number;
  readonly duplicate?: number;
  readonly rejected?: number;
  readonly reason?: string;
}

const rows = inventedPurchases({ customers: 6, seed: 4 }).slice(0, 25);
const files: Readonly<Record<string, string>> = {
  csv: asCsv(rows),
  ndjson: rows
    .map(({ customerId, orderId, occurredAt, amount }) =>
      JSON.stringify({ customer_id: customerId, order_id: orderId, occurred_at: occurredAt, amount: (amount.minor / 100).toFixed(2), currency: 'USD' }),
    )
    .join('\n'),
  columns: rows
    .map(({ customerId, occurredAt, amount }) => `${customerId} ${occurredAt.slice(0, 10).replaceAll('-', '')} 1 ${(amount.minor / 100).toFixed(2)}`)
    .join('\n'),
};
const kinds = ['purchases', 'customers', 'complaints', 'visits', 'satisfaction'];
const sensible: Readonly<Record<string, Record<string, string>>> = {
  csv: { format: 'csv' },
  ndjson: { format: 'ndjson' },
  columns: { format: 'columns', map: 'customer_id=1,occurred_at=2,quantity=3,amount=4', dateFormat: 'yyyyMMdd', currency: 'USD' },
};

describe('whatever is imported', () => {
  let engine: EngineProcess;
  const random = fuzzRandom('files');

  beforeAll(async () => {
    engine = await startFuzzedEngine();
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const options = (format: string): Record<string, string> => {
    const chosen: Record<string, string> = random.chance(0.8) ? { ...sensible[format] } : {};
    if (random.chance(0.3))
      chosen[random.pick(['map', 'format', 'delimiter', 'header', 'dateFormat', 'timeZone', 'currency', 'dryRun', 'fileName', 'nonsense'])] = hostileText(
        random,
      ).replace(/\p{Surrogate}/gu, '?');
    return chosen;
  };

  function content(format: string): Buffer {
    const file = files[format]!;
    const choice = random.below(6);
    if (choice === 0) return randomBytes(random, random.below(5_000));
    if (choice === 1) return damaged(file, random);
    if (choice === 2) return Buffer.from(`${file}\n${'"'.repeat(1 + random.below(3))}${'x'.repeat(random.below(200_000))}`);
    if (choice === 3) return Buffer.from(file.replaceAll('\n', random.pick(['\r', '\r\n', '\n\n', '\u2028', '\u0000'])));
    if (choice === 4 && format === 'ndjson')
      return Buffer.from(
        file
          .split('\n')
          .map((line) => JSON.stringify(mutated(JSON.parse(line), random)))
          .join('\n'),
      );
    const cells = file.split(format === 'columns' ? /([ \n])/ : /([,\n])/);
    for (let change = 1 + random.below(6); change > 0; change--) cells[random.below(cells.length)] = hostileText(random);
    return Buffer.from(cells.join(''));
  }

  it('is read to its end or refused as a whole, and every row is accounted for', async () => {
    let read = 0;
    for (let n = 0; n < times(300); n++) {
      const format = random.pick(Object.keys(files));
      const kind = random.chance(0.8) ? 'purchases' : random.pick(kinds);
      const path = `/v1/imports/${kind}?${new URLSearchParams(options(format))}`;
      const body = content(format);
      const answer = await engine.client.ask(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(body) });
      const what = `${path} ${body.subarray(0, 300).toString('latin1')}`;
      expect([what, wrongWith({ status: answer.status, text: answer.text, header: (name) => answer.headers.get(name) })]).toEqual([what, null]);
      if (answer.status !== 200) continue;
      read += 1;
      const lines = parseLines<Line>(answer.text);
      const result = lines.at(-1)!;
      expect([what, result.type]).toEqual([what, 'result']);
      expect([what, result.accepted! + result.duplicate! + result.rejected!]).toEqual([what, result.read]);
      expect([what, lines.filter(({ type }) => type === 'rejected').length]).toEqual([what, result.rejected]);
      for (const { type, reason } of lines)
        if (type === 'rejected') expect([what, typeof reason, /\n\s+at |node_modules|TypeError/.test(reason!)]).toEqual([what, 'string', false]);
    }
    expect(read).toBeGreaterThan(20);
  }, 120_000);

  it('leaves the engine sound', () => expectSound(engine), 60_000);
});
