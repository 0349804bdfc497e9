import { findCustomerId } from './identity/find-customer-id.js';
import type { ImportOptions } from './import-options.js';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const file = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;
const row = (id: string, order = id.length) => `${id};2026-01-02;10;O${order}`;
const header = (column: string) => `${column};occurred_at;amount;order_id`;
const idsOf = (sink: MemorySink) => [...new Set(sink.facts.map(({ customerId }) => customerId))];
const warned = (warnings: readonly { readonly code: string; readonly rows: number }[]) => warnings.filter(({ code }) => code === 'telephone-like-ids');

async function taken(text: string, options: Partial<ImportOptions> = {}, sink = new MemorySink()) {
  return { sink, ...(await imported(text, options, { sink })) };
}

/** Records a purchase as version 0.1.0 did, under that id. */
async function recordedUnder(sink: MemorySink, customerId: string): Promise<void> {
  const data = { customerId, occurredAt: '2025-01-02', amount: { minor: 1, currency: 'USD' } };
  await sink.executeRows([[{ command: { name: 'RecordPurchase', customerId, id: 'then', data, actor: 'then', registerUnknown: true } }]]);
}

it('are told by the way they are written in any column, and kept with the person', async () => {
  const { sink, result } = await taken(file(header('customer_id'), row('Ada <ADA@mail.com>'), row('mailto:ada@mail.com'), row('0170 1234567'), row('4711')));
  expect(result).toMatchObject({ accepted: 4, customers: 3, warnings: [] });
  expect(idsOf(sink).filter((id) => !id.startsWith('c-'))).toEqual(['4711']);
  expect(sink.facts.filter(({ type }) => type === 'CustomerRegistered').map(({ personal }) => personal)).toEqual([
    { name: 'Ada', email: 'ADA@mail.com' },
    { phone: '0170 1234567' },
  ]);
  expect(JSON.stringify(sink.facts.map(({ customerId, data, metadata }) => [customerId, data, metadata]))).not.toMatch(/mail\.com|0170/i);
});

it.each(['Telefon', 'Mobile', '手机', 'phone number', 'Handynummer'])(
  'are told from digits in a column called %s, also where it is given for the id',
  async (column) => {
    const text = file(header(column), row('13812345678'), row('138-1234-5678', 2), row('K7'));
    const { sink, result } = await taken(text, { map: { customer_id: column } });
    expect(result).toMatchObject({ accepted: 3, customers: 2, warnings: [] });
    expect(idsOf(sink)).toEqual([expect.stringMatching(/^c-/), 'K7']);
  },
);

it('stay an id where they are digits alone in another column, and that is warned of, with a remedy that works', async () => {
  const text = file(header('customer_id'), row('13812345678'), row('13912345678', 2), row('13912345678', 3), row('Ada'));
  const { sink, result } = await taken(text, { dryRun: true });
  expect(result.warnings).toEqual([{ code: 'telephone-like-ids', rows: 3, example: '13812345678', message: expect.any(String) }]);
  await taken(text, { map: { phone: 'customer_id' }, where: ['customer_id!=Ada'] }, sink);
  expect(idsOf(sink)).toEqual([expect.stringMatching(/^c-/), expect.stringMatching(/^c-/)]);
});

it('are not suspected in ordinary ids, some of which look so by chance', async () => {
  const ids = Array.from({ length: 60 }, (_, at) => String(11_000_000_000 + at * 1_555_555_557));
  const { result } = await taken(file(header('customer_id'), ...ids.map((id, at) => row(id, at))));
  expect(ids.some((id) => /^1[3-9]\d{9}$/.test(id))).toBe(true);
  expect(warned(result.warnings)).toEqual([]);
});

it('are asked about where a cell holds several', async () => {
  const several = ['ada@mail.com, ben@mail.com', 'Ada <ada@mail.com>, Ben <ben@mail.com>', 'ada@mail.com/ben@mail.com'];
  const { rejected } = await taken(file(header('customer_id'), ...several.map((text, at) => row(text, at))));
  expect(rejected.map(({ code, field }) => [code, field])).toEqual(several.map(() => ['several-addresses', 'customer_id']));
});

it.each([
  ['Ada <ada@mail.com>', 'eva@mail.com', {}],
  ['0170 1234567', '0171 1234567', {}],
  ['13812345678', '13912345678', { map: { phone: 'customer_id' } }],
])('stay the id of whoever version 0.1.0 recorded so, and of nobody else: %s', async (text, other, options) => {
  const sink = new MemorySink();
  const secret = { ...sink.secret, isKeyedThroughout: async () => false };
  await recordedUnder(sink, text);
  const old = Object.assign(new MemorySink(secret), { executeRows: sink.executeRows.bind(sink), knows: sink.knows.bind(sink) });
  await imported(file(header('customer_id'), row(text), row(other, 99)), options, { sink: old });
  const ids = idsOf(sink);
  expect(ids).toEqual([text, expect.stringMatching(/^c-/)]);
  const knows = (id: string) => sink.knows(id);
  const keyed = await secret.keyed();
  expect(await findCustomerId(async () => ({ keyed, hasPlainIds: true }), text, knows)).toBe(text);
  expect(await findCustomerId(async () => ({ keyed, hasPlainIds: true }), other, knows)).toBe(ids[1]);
});

it('find the customer as they are typed', async () => {
  const { sink } = await taken(file(header('Telefon'), row('0170 1234567'), row('13812345678')));
  await taken(file(header('Email'), row('ada@mail.com')), {}, sink);
  await taken(file(header('customer_id'), row('12345678'), row('ＫＤ７')), {}, sink);
  const keyed = await sink.secret.keyed();
  const found = async (text: string) =>
    findCustomerId(
      async () => ({ keyed, hasPlainIds: false }),
      text,
      (id) => sink.knows(id),
    );
  const known = new Set(idsOf(sink));
  for (const text of ['01701234567', '0170/1234567', '138 1234 5678', '13812345678', 'Ada <ADA@mail.com>', '12345678']) {
    expect(known).toContain(await found(text));
  }
  expect(await found('12345678')).toBe('12345678');
  expect(await found('987654321')).toBe('987654321');
});
