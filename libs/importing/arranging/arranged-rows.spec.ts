import type { CommandRow, RowOutcome } from '@tenure/commanding';
import fc from 'fast-check';
import { type Imported, imported } from '../imported.js';
import { MemorySink } from '../memory-sink.js';
import { type Arrangement, usualArrangement } from './arrangement.js';

const straight: Arrangement = { ...usualArrangement, watchedRows: Number.POSITIVE_INFINITY };
const tiny: Arrangement = {
  rowsTogether: 2,
  watchedRows: 2,
  partitions: 3,
  windowRows: 9,
  windowBytes: 1000,
  keptBytes: 300,
  pieceBytes: 200,
  inputKeptBytes: 0,
  inputBytes: 1 << 20,
};

const header = 'customer_id,occurred_at,amount,order_id,note';
const mostly = (good: string[], bad: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) });
const row = fc.tuple(
  mostly(['1', '2', ' 3', '4', 'Zo\u00EB'], ['']),
  // One day: rows taken together are sorted by time.
  mostly(['2026-01-02'], ['2026-02-30', '3026-01-01']),
  mostly(['10', '10.00', '-3'], ['1.0055']),
  fc.constantFrom('', '', '', 'A', 'B'),
  mostly(['', 'plain', '"two\nlines, quoted"', '"\u{1F600}"', 'x'.repeat(150)], ['stray"', 'too,many']),
);
const tables = fc.array(row, { maxLength: 60, size: 'max' });

const limits = fc.record<Arrangement>({
  rowsTogether: fc.integer({ min: 1, max: 5 }),
  watchedRows: fc.integer({ min: 1, max: 10 }),
  partitions: fc.integer({ min: 1, max: 4 }),
  windowRows: fc.integer({ min: 1, max: 70 }),
  windowBytes: fc.constantFrom(1000, 1 << 20),
  keptBytes: fc.constantFrom(0, 300, 1 << 20),
  pieceBytes: fc.integer({ min: 1, max: 2000 }),
  inputKeptBytes: fc.constant(0),
  inputBytes: fc.constant(1 << 20),
});

function asCsv(rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows.map((cells) => cells.join(','))].join('\n')}\n`;
}

function asNdjson(rows: readonly (readonly string[])[]): string {
  const names = header.split(',');
  const lines = rows.map((cells) => (cells[4] === 'stray"' ? '{"broken' : JSON.stringify(Object.fromEntries(names.map((name, at) => [name, cells[at]])))));
  return `${JSON.stringify(Object.fromEntries(names.map((name) => [name, '1'])))}\n${lines.join('\n')}`;
}

function asColumns(rows: readonly (readonly string[])[]): string {
  return `customer_id occurred_at amount\n${rows.map(([id, time, amount]) => `${id}   ${time}  ${amount}`).join('\n')}\n`;
}

/** Keeps the amounts of purchases in the order in which their rows were handed over; customers are decided side by side. */
class HandedRows extends MemorySink {
  readonly amounts: number[] = [];

  override executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]> {
    for (const { command } of rows.flat())
      if (command.name === 'RecordPurchase') this.amounts.push((command.data as { amount: { minor: number } }).amount.minor);
    return super.executeRows(rows);
  }
}

async function outcomeOf(text: string, options: object, arrangement: Arrangement): Promise<object> {
  const sink = new MemorySink();
  const first = await imported(text, options, { sink, arrangement });
  const facts: Record<string, unknown[]> = {};
  for (const { metadata: _, ...fact } of sink.facts) facts[fact.customerId] = [...(facts[fact.customerId] ?? []), fact];
  const again = await imported(text, options, { sink, arrangement });
  return { facts, first: unhurried(first), again: unhurried(again) };
}

function unhurried({ result, source, ...others }: Imported): object {
  return {
    ...others,
    source: { ...source, importId: '' },
    result: { ...result, importId: '', seconds: 0, eventsPerSecond: 0, firstPosition: '', lastPosition: '' },
  };
}

describe('rows sorted out by customer', () => {
  it.each<[string, (rows: readonly (readonly string[])[]) => string]>([
    ['csv', asCsv],
    ['ndjson', asNdjson],
    ['columns', asColumns],
  ])('come to the same as rows in the order of the file: events, counts, bad rows and their lines, in %s', async (format, write) => {
    await fc.assert(
      fc.asyncProperty(tables, limits, async (rows, arrangement) => {
        const text = write(rows);
        expect(await outcomeOf(text, { format }, arrangement)).toEqual(await outcomeOf(text, { format }, straight));
      }),
      { numRuns: 60 },
    );
  });

  it('that no rule allows are refused by that rule, whether their key is known by then or not', async () => {
    const rows = [
      ['4', '3026-01-01', '10', 'B', ''],
      ['4', '2026-01-02', '10', 'B', ''],
    ];
    for (const arrangement of [straight, { ...tiny, rowsTogether: 1 }]) {
      const sink = new MemorySink();
      for (const accepted of [1, 0]) {
        const { result, rejected } = await imported(asCsv(rows), {}, { sink, arrangement });
        expect(result).toMatchObject({ accepted, duplicate: 1 - accepted, rejected: 1 });
        expect(rejected).toMatchObject([{ line: 2, code: 'occurred-in-future', field: 'occurred_at' }]);
      }
    }
  });

  it('come customer by customer', async () => {
    const sink = new MemorySink();
    const text = asCsv(Array.from({ length: 400 }, (_, at) => [String((at * 7) % 40), '2026-01-02', String(at), '', '']));
    await imported(text, {}, { sink, arrangement: { ...tiny, rowsTogether: 10, watchedRows: 50, windowRows: 1000, windowBytes: 1 << 20 } });
    const customers = sink.facts.slice(-300).map(({ customerId }) => customerId);
    const changes = customers.filter((id, at) => at > 0 && id !== customers[at - 1]);
    expect(changes.length).toBeLessThan(45);
  });

  it('stay in the order of the file where that is good already', async () => {
    for (const customerOf of [(at: number) => Math.floor(at / 3), (at: number) => at]) {
      const sink = new HandedRows();
      const text = asCsv(Array.from({ length: 300 }, (_, at) => [String(customerOf(at)), '2026-01-02', String(at), '', '']));
      await imported(text, {}, { sink, arrangement: { ...tiny, rowsTogether: 10, watchedRows: 50, windowRows: 100 } });
      expect(sink.amounts).toEqual(Array.from({ length: 300 }, (_, at) => at * 100));
    }
  });
});
