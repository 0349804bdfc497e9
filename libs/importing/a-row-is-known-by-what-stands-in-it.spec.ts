import fc from 'fast-check';
import type { ImportOptions } from './import-options.js';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const file = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;
const purchases = (...rows: string[]) => file('customer_id,occurred_at,amount,order_id', ...rows);
const typesIn = ({ facts }: MemorySink) => facts.map(({ type }) => type);
const spentIn = ({ facts }: MemorySink) =>
  facts.reduce((sum, { type, data }) => {
    const { amount } = data as { amount?: { minor: number } };
    return sum + (amount ? (type === 'PurchaseReturned' ? -amount.minor : amount.minor) : 0);
  }, 0);

describe('a row is the same row', () => {
  const plain = purchases('7,2026-07-02 10:30,1234.50,', '7,2026-07-02 10:30,1234.50,', '8,2026-07-03,3,O-1');
  const otherwise: [string, string, Partial<ImportOptions>][] = [
    ['in another zone', plain, { timeZone: 'America/New_York' }],
    ['in another currency', plain, { currency: 'EUR' }],
    ['with the decimal mark said', plain, { decimal: '.' }],
    ['with the format of its dates said', plain.replace('07-03,', '07-03 00:00,'), { dateFormat: 'yyyy-MM-dd HH:mm' }],
    ['with semicolons and a decimal comma', plain.replaceAll(',', ';').replaceAll('.', ','), {}],
    ['in UTF-16', `\ufeff${plain}`, { encoding: 'utf-16le' }],
    [
      'with columns mapped in addition',
      file(
        'customer_id,occurred_at,amount,order_id,product,channel,currency',
        '7,2026-07-02 10:30,1234.50,,mug,web,USD',
        '7,2026-07-02 10:30,1234.5,,cup,web,USD',
        '8,2026-07-03,3.00,O-1,mug,web,USD',
      ),
      {},
    ],
    [
      'as NDJSON',
      [
        '{"customer_id":7,"occurred_at":"2026-07-02T10:30","amount":1234.5}',
        '{"customer_id":"7","occurred_at":"2026-07-02T10:30:00","amount":"1234.50"}',
        '{"customer_id":8,"occurred_at":"2026-07-03","amount":3,"order_id":"O-1"}',
      ].join('\n'),
      {},
    ],
  ];

  it.each(otherwise)('%s', async (_, text, options) => {
    const sink = new MemorySink();
    const first = await imported(plain, {}, { sink });
    expect(first.result).toMatchObject({ read: 3, accepted: 3, amount: [{ minor: 247_200, currency: 'USD' }] });
    const bytes = options.encoding === 'utf-16le' ? Buffer.from(text, 'utf16le') : text;
    const again = await imported(bytes, { ...options }, { sink });
    expect(again.rejected).toEqual([]);
    expect(again.result).toMatchObject({ read: 3, accepted: 0, duplicate: 3, repeated: 0, rejected: 0 });
    // The printed amount is the recorded one.
    expect(again.result.amount).toEqual(first.result.amount);
    expect([again.result.from, again.result.to]).toEqual([first.result.from, first.result.to]);
  });

  it('whatever the secret of the log, and unlike in another log', async () => {
    const ids = async (sink: MemorySink) => {
      await imported(plain, {}, { sink });
      return sink.facts.map(({ metadata }) => metadata.commandId);
    };
    const sink = new MemorySink();
    const known = await ids(sink);
    expect(new Set(known).size).toBe(3);
    expect(known.join()).not.toMatch(/O-1|1234/);
    for (const { metadata } of sink.facts) expect(metadata.payloadHash).toMatch(/^h2\.1\.[\w-]{28}$/);
  });
});

describe('a key that is known', () => {
  const first = purchases('7,2026-01-02,10,A1');

  it('with other content is rejected, and what differs is named with the command that corrects it', async () => {
    const sink = new MemorySink();
    await imported(first, {}, { sink });
    const { rejected, result } = await imported(purchases('7,2026-01-03,12,A1'), {}, { sink });
    expect(result).toMatchObject({ accepted: 0, duplicate: 0, rejected: 1 });
    expect(rejected[0]).toMatchObject({ code: 'recorded-otherwise', line: 2 });
    for (const word of ['2026-01-02', '2026-01-03', '10.00 USD', '12.00 USD', 'CorrectPurchase']) expect(rejected[0]!.reason).toContain(word);
    expect(spentIn(sink)).toBe(1000);
  });

  it('is other content in another currency only if the row says so', async () => {
    const sink = new MemorySink();
    await imported(first, {}, { sink });
    const inEuro = file('customer_id,occurred_at,amount,order_id,currency', '7,2026-01-02,10,A1,EUR');
    expect((await imported(inEuro, {}, { sink })).rejected).toMatchObject([{ code: 'recorded-otherwise', field: 'amount' }]);
  });

  it('is no other content when it is written another way', async () => {
    const sink = new MemorySink();
    await imported(first, {}, { sink });
    const again = await imported(purchases('7,2026-01-02T00:00:00Z,10.00,A1'), {}, { sink });
    expect(again.result).toMatchObject({ accepted: 0, duplicate: 1, rejected: 0, from: '2026-01-02' });
  });

  it('is the fact that was corrected since, as it was recorded and as it holds now', async () => {
    const sink = new MemorySink();
    const text = (date: string, amount: string, channel: string) =>
      file('customer_id,occurred_at,amount,order_id,channel', `7,${date},${amount},A1,${channel}`);
    await imported(text('2026-01-02', '10', 'web'), {}, { sink });
    for (const [id, change] of Object.entries({ one: { amount: { minor: 1100, currency: 'USD' } }, two: { occurredAt: '2026-01-05', channel: 'shop' } })) {
      const data = { customerId: '7', orderId: 'A1', reason: 'typed wrong', ...change };
      const [outcome] = await sink.executeRows([[{ command: { name: 'CorrectPurchase', customerId: '7', id, data, actor: 'spec' } }]]);
      expect(outcome).toMatchObject({ status: 'accepted' });
    }
    const before = sink.facts.length;
    for (const [date, amount, channel] of [
      ['2026-01-02', '10', 'web'],
      ['2026-01-02T00:00', '10.00', 'web'],
      ['2026-01-05', '11', 'shop'],
    ] as const) {
      const { result, rejected } = await imported(text(date, amount, channel), {}, { sink });
      expect(rejected).toEqual([]);
      expect(result).toMatchObject({ accepted: 0, duplicate: 1, from: date.slice(0, 10), amount: [{ minor: Number(amount) * 100 }] });
    }
    const { rejected } = await imported(text('2026-01-05', '12', 'web'), {}, { sink });
    expect(rejected).toMatchObject([
      { code: 'recorded-otherwise', field: 'amount', reason: expect.stringContaining('amount is 11.00 USD there, 12.00 USD here') },
    ]);
    expect(rejected[0]!.reason).toContain('channel is shop there, web here');
    expect(sink.facts).toHaveLength(before);
  });

  it.each<[string, string, (value: string) => string, string, object]>([
    [
      'returns',
      'purchases',
      (value) => file('customer_id,occurred_at,amount,order_id', `7,2026-01-02,-${value},R1`),
      'CorrectReturn',
      { returnId: 'R1', amount: { minor: 200, currency: 'USD' } },
    ],
    [
      'visits',
      'visits',
      (value) => file('customer_id,occurred_at,visit_id,result', `7,2026-01-02,V1,${value}`),
      'CorrectVisit',
      { visitId: 'V1', result: '2' },
    ],
    [
      'complaints',
      'complaints',
      (value) => file('customer_id,occurred_at,complaint_id,subject', `7,2026-01-02,K1,${value}`),
      'CorrectComplaint',
      { complaintId: 'K1', subject: '2' },
    ],
    [
      'resolutions',
      'complaints',
      (value) => file('customer_id,occurred_at,complaint_id,subject,resolved_at,resolution', `7,2026-01-02,K1,late,2026-01-03,${value}`),
      'CorrectComplaint',
      { complaintId: 'K1', resolution: '2' },
    ],
  ])('is so for corrected %s', async (_, kind, text, name, change) => {
    const sink = new MemorySink();
    expect((await imported(text('1'), { kind }, { sink })).result).toMatchObject({ accepted: 1 });
    const data = { customerId: '7', reason: 'typed wrong', ...change };
    const [outcome] = await sink.executeRows([[{ command: { name, customerId: '7', id: 'c', data, actor: 'spec' } }]]);
    expect(outcome).toMatchObject({ status: 'accepted' });
    for (const value of ['1', '2']) expect((await imported(text(value), { kind }, { sink })).result).toMatchObject({ accepted: 0, duplicate: 1, rejected: 0 });
    expect((await imported(text('3'), { kind }, { sink })).rejected).toMatchObject([
      { code: 'recorded-otherwise', reason: expect.stringMatching(/ is 2(\.00 USD)? there, 3/) },
    ]);
  });

  it('twice in one file is a repetition, told from what was recorded before, and counts once', async () => {
    const sink = new MemorySink();
    const visits = file('customer_id,occurred_at,visit_id,channel', '7,2026-01-02,V1,web', '7,2026-01-02,V1,web', '7,2026-01-02,V1,shop');
    const { result, rejected } = await imported(visits, { kind: 'visits' }, { sink });
    expect(result).toMatchObject({ accepted: 1, duplicate: 1, repeated: 1, rejected: 1 });
    expect(rejected).toMatchObject([{ line: 4, code: 'recorded-otherwise', field: 'channel', reason: expect.stringContaining('another row of this file') }]);
    expect((await imported(visits, { kind: 'visits' }, { sink })).result).toMatchObject({ accepted: 0, duplicate: 2, repeated: 1, rejected: 1 });
  });
});

describe('a file of states', () => {
  const region = (...rows: string[]) => file('customer_id,region', ...rows);
  const importing = (text: string, sink: MemorySink) => imported(text, { kind: 'customers' }, { sink });
  const regionIn = ({ facts }: MemorySink) => {
    let known: unknown;
    for (const { data } of facts) known = (data as { attributes?: { region?: string } }).attributes?.region ?? known;
    return known;
  };

  it('states what holds now: back to an earlier value is a change', async () => {
    const sink = new MemorySink();
    for (const [value, accepted] of [
      ['north', 1],
      ['south', 1],
      ['north', 1],
      ['north', 0],
    ] as const) {
      expect((await importing(region(`A,${value}`), sink)).result).toMatchObject({ accepted, duplicate: 1 - accepted });
      expect(regionIn(sink)).toBe(value);
    }
  });

  it('with several rows for a customer is one statement, the latest date winning field by field', async () => {
    const header = 'customer_id,occurred_at,region,name';
    const rows = ['A,2026-02-01,south,', 'A,2026-01-01,north,Ada', 'B,2026-01-05,east,Ben'];
    for (const order of [rows, [...rows].reverse()]) {
      const sink = new MemorySink();
      expect((await importing(file(header, ...order), sink)).result).toMatchObject({ read: 3, accepted: 3, duplicate: 0 });
      expect(sink.facts.find(({ customerId }) => customerId === 'A')).toMatchObject({
        type: 'CustomerRegistered',
        occurredAt: Date.UTC(2026, 0, 1),
        data: { attributes: { region: 'south' } },
        personal: { name: 'Ada' },
      });
      expect(sink.facts).toHaveLength(2);
      expect((await importing(file(header, ...order), sink)).result).toMatchObject({ accepted: 0, duplicate: 3 });
    }
  });

  it('wherever the rows of a customer stand in a long file', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => `C-${at % 1250},2026-01-${at < 1250 ? '02' : '01'},${at < 1250 ? 'south' : 'north'}`);
    const sink = new MemorySink();
    const { result } = await importing(file('customer_id,occurred_at,region', ...rows), sink);
    expect(result).toMatchObject({ read: 2500, accepted: 2500, customers: 1250 });
    expect(sink.facts.every(({ data }) => (data as { attributes: { region: string } }).attributes.region === 'south')).toBe(true);
    expect(sink.facts).toHaveLength(1250);
  });

  it('a bad row costs itself, not what other rows say of its customer', async () => {
    const sink = new MemorySink();
    const { result, rejected } = await importing(file('customer_id,email,region', 'A,nobody,', 'A,,north'), sink);
    expect(result).toMatchObject({ accepted: 1, rejected: 1 });
    expect(rejected).toMatchObject([{ line: 2, field: 'email' }]);
    expect(regionIn(sink)).toBe('north');
  });
});

describe('a row takes effect wholly or not at all', () => {
  const header = 'customer_id,occurred_at,complaint_id,subject,severity,resolved_at';
  const importing = (row: string, sink: MemorySink) => imported(file(header, row), { kind: 'complaints' }, { sink });

  it('so that a complaint that is known otherwise is not resolved by it', async () => {
    const sink = new MemorySink();
    await importing('C,2026-01-03,K,parcel late,low,', sink);
    const july = await importing('C,2026-01-03,K,parcel late,high,2026-01-09', sink);
    expect(july.result).toMatchObject({ accepted: 0, rejected: 1 });
    expect(july.rejected).toMatchObject([{ code: 'recorded-otherwise', field: 'severity', reason: expect.stringContaining('CorrectComplaint') }]);
    expect(typesIn(sink)).toEqual(['CustomerRegistered', 'ComplaintLogged']);
    expect((await importing('C,2026-01-03,K,parcel late,low,2026-01-09', sink)).result).toMatchObject({ accepted: 1 });
  });

  it('and columns mapped later complete nothing and stop nothing', async () => {
    const sink = new MemorySink();
    await importing('C,2026-01-03,K,parcel late,low,', sink);
    const more = file(`${header},channel`, 'C,2026-01-03,K,parcel late,low,2026-01-09,web');
    expect((await imported(more, { kind: 'complaints', timeZone: 'Asia/Tokyo' }, { sink })).result).toMatchObject({ accepted: 1, rejected: 0 });
    expect(typesIn(sink)).toEqual(['CustomerRegistered', 'ComplaintLogged', 'ComplaintResolved']);
  });
});

describe('the order of rows', () => {
  const header = 'customer_id,occurred_at,amount,order_id,original_order_id,region';

  it('does not matter for a refund above its order, on one day or in files of many portions', async () => {
    const sink = new MemorySink();
    const two = file(header, 'N,2026-06-01,-40,R1,O1,', 'N,2026-06-01,40,O1,,');
    expect((await imported(two, {}, { sink })).result).toMatchObject({ accepted: 2, rejected: 0, amount: [{ minor: 0, currency: 'USD' }] });
    const dayOf = (at: number) => new Date(Date.UTC(2026, 5, 1) - at * 86_400_000).toISOString().slice(0, 10);
    const refunds = Array.from({ length: 1200 }, (_, at) => `M${at},${dayOf(0)},-5,r${at},o${at},`);
    const orders = Array.from({ length: 1200 }, (_, at) => `M${at},${dayOf(1)},5,o${at},,`);
    const { result } = await imported(file(header, ...refunds, ...orders), {}, { sink });
    expect(result).toMatchObject({ read: 2400, accepted: 2400, rejected: 0, amount: [{ minor: 0, currency: 'USD' }] });
  });

  it('leaves out only what no row of the file cures, each once, in order', async () => {
    const rows = ['N,2026-06-10,-40,R1,O1,', 'N,2026-06-10,-1,R9,O9,', 'N,2026-06-01,40,O1,,', 'N,2026-06-10,-2,R8,O8,'];
    const { result, rejected } = await imported(file(header, ...rows));
    expect(result).toMatchObject({ read: 4, accepted: 2, rejected: 2, amount: [{ minor: 0, currency: 'USD' }] });
    expect(result.reasons).toMatchObject([{ reason: 'order-unknown', rows: 2, example: { line: 3 } }]);
    expect(rejected.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('makes no difference to the figures, whatever it is', async () => {
    const rows = [
      'A,2026-01-01,10,O1,,north',
      'A,2026-01-05,-4,R1,O1,south',
      'A,2026-01-07,-6,R2,O1,south',
      'B,2026-02-01,7,O2,,east',
      'B,2026-02-01,7,O3,,',
      'B,2026-03-01,-7,R3,O3,west',
      'C,2026-01-01,5,,,north',
      'C,2026-01-01,5,,,north',
      'C,2026-01-09,-5,,O9,',
    ];
    const outcomeOf = async (order: readonly string[]) => {
      const sink = new MemorySink();
      const { result } = await imported(file(header, ...order), {}, { sink });
      const { accepted, duplicate, repeated, rejected, customers, amount, from, to } = result;
      const facts = sink.facts.map(({ customerId, type, occurredAt, data }) => {
        // A row without a key is named by its ordinal: equal rows cannot be told apart.
        const { orderId, returnId, ...rest } = data as Record<string, unknown>;
        return JSON.stringify([customerId, type, occurredAt, customerId === 'C' ? rest : { orderId, returnId, ...rest }]);
      });
      return { accepted, duplicate, repeated, rejected, customers, amount, from, to, facts: facts.sort() };
    };
    const expected = await outcomeOf(rows);
    expect(expected).toMatchObject({ accepted: 8, rejected: 1, amount: [{ minor: 1700, currency: 'USD' }] });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => expect(await outcomeOf(order)).toEqual(expected)),
      { numRuns: 60 },
    );
  });
});

describe('each import', () => {
  it('has an id that sorts by time, in the events it records, its source and its result', async () => {
    const sink = new MemorySink();
    const first = await imported(purchases('7,2026-01-02,10,A1'), {}, { sink });
    await new Promise((resolve) => setTimeout(resolve, 2));
    const second = await imported(purchases('7,2026-01-02,10,A1', '7,2026-01-03,10,A2'), {}, { sink });
    expect(first.result.importId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first.source.importId).toBe(first.result.importId);
    expect(second.result.importId > first.result.importId).toBe(true);
    expect(sink.facts.map(({ metadata }) => metadata.importId)).toEqual([first.result.importId, first.result.importId, second.result.importId]);
  });
});
