import { createHash } from 'node:crypto';
import { givenSecret, type LogSecret } from '@tenure/log-secret';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

/** The secret of a log that version 0.1.0 began. */
const halfPlain: LogSecret = { ...givenSecret('the secret of a log that has plain hashes too'), isKeyedThroughout: async () => false };

const file = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

/** Records a row of purchases as version 0.1.0 did: under the id in the file, identified by a plain hash of the command. */
async function recordedThen(sink: MemorySink, customerId: string, minor: number, orderId?: string): Promise<void> {
  const data = { customerId, occurredAt: '2026-01-02T00:00:00.000Z', amount: { minor, currency: 'USD' }, orderId };
  const id = createHash('sha256')
    .update(`RecordPurchase\n${JSON.stringify(data)}`)
    .digest('base64url')
    .slice(0, 22);
  const [outcome] = await sink.executeRows([[{ command: { name: 'RecordPurchase', customerId, id, data, actor: 'then', registerUnknown: true } }]]);
  expect(outcome).toMatchObject({ status: 'accepted' });
}

const rows = ['Ada@Example.com,2026-01-02,10,A1', '+49 30 123456,2026-01-02,20,', '7,2026-01-02,30,A3'];
const purchases = file('customer_id,occurred_at,amount,order_id', ...rows);

async function logOfThen(): Promise<MemorySink> {
  const sink = new MemorySink(halfPlain);
  await recordedThen(sink, 'Ada@Example.com', 1000, 'A1');
  await recordedThen(sink, '+49 30 123456', 2000);
  await recordedThen(sink, '7', 3000, 'A3');
  return sink;
}

describe('customers whom version 0.1.0 recorded under an address or a number', () => {
  it.each<[string, string, object]>([
    ['as it was', purchases, {}],
    ['as a dry run', purchases, { dryRun: true }],
    ['with the column recognised', purchases.replace('customer_id', 'Email').split('\n').slice(0, 2).join('\n'), {}],
    ['as NDJSON', '{"customer_id":"Ada@Example.com","occurred_at":"2026-01-02","amount":10,"order_id":"A1"}\n', { format: 'ndjson' }],
  ])('stay known when the same file comes again, %s', async (_, text, options) => {
    const sink = await logOfThen();
    const before = sink.facts.length;
    const previewing = Object.assign(sink, { preview: () => ({ executeRows: sink.executeRows.bind(sink) }) });
    const { result, rejected } = await imported(text, options, { sink: previewing });
    expect(rejected).toEqual([]);
    expect(result).toMatchObject({ accepted: 0, duplicate: result.read });
    expect(sink.facts).toHaveLength(before);
  });

  it('get their further facts, and only they: others have ids that are made of the value', async () => {
    const sink = await logOfThen();
    const before = sink.facts.length;
    const more = file('customer_id,occurred_at,amount,order_id', ...rows, 'Ada@Example.com,2026-02-02,11,A2', 'ben@example.com,2026-02-02,12,B1');
    expect((await imported(more, {}, { sink })).result).toMatchObject({ accepted: 2, duplicate: 3, customers: 4 });
    expect((await imported(more, {}, { sink })).result).toMatchObject({ accepted: 0, duplicate: 5 });
    const added = sink.facts.slice(before);
    expect(added.map(({ customerId, type }) => [customerId.replace(/^c-.{20}$/, 'c-'), type])).toEqual([
      ['Ada@Example.com', 'PurchaseRecorded'],
      ['c-', 'CustomerRegistered'],
      ['c-', 'PurchaseRecorded'],
    ]);
  });

  it('learn from a list what its columns say, and not that their id is an address', async () => {
    const sink = await logOfThen();
    const before = sink.facts.length;
    const list = file('customer_id,region', 'Ada@Example.com,north');
    expect((await imported(list, { kind: 'customers' }, { sink })).result).toMatchObject({ accepted: 1 });
    expect((await imported(list, { kind: 'customers' }, { sink })).result).toMatchObject({ accepted: 0, duplicate: 1 });
    const [changed, ...others] = sink.facts.slice(before);
    expect(others).toEqual([]);
    expect(changed).toMatchObject({ customerId: 'Ada@Example.com', type: 'CustomerDetailsChanged' });
    expect(changed?.personal).toBeUndefined();
  });

  it('are not looked for in a log that has keyed hashes throughout', async () => {
    const sink = new MemorySink();
    await recordedThen(sink, 'Ada@Example.com', 1000, 'A1');
    const asked: string[] = [];
    const asking = Object.assign(sink, {
      async knows(customerId: string) {
        asked.push(customerId);
        return true;
      },
    });
    expect((await imported(purchases, {}, { sink: asking })).result).toMatchObject({ accepted: 3 });
    expect(asked).toEqual([]);
    expect(sink.facts.filter(({ customerId }) => customerId === 'Ada@Example.com')).toHaveLength(2);
  });
});
