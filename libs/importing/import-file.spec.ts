import fc from 'fast-check';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const header = 'customer_id,occurred_at,amount,order_id';
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('importing purchases', () => {
  it('turns rows into purchases of customers who are registered by them', async () => {
    const sink = new MemorySink();
    const { result, source } = await imported(csv('7,2026-01-02,11.77,A1', '7,2026-01-05 10:30,3,A2'), {}, { sink });
    expect(source).toMatchObject({ format: 'csv', delimiter: ',', mapping: { customer_id: 'customer_id', order_id: 'order_id' } });
    expect(sink.facts.map(({ type, occurredAt }) => [type, new Date(occurredAt).toISOString()])).toEqual([
      ['CustomerRegistered', '2026-01-02T00:00:00.000Z'],
      ['PurchaseRecorded', '2026-01-02T00:00:00.000Z'],
      ['PurchaseRecorded', '2026-01-05T10:30:00.000Z'],
    ]);
    expect(sink.facts[1]?.data).toEqual({ orderId: 'A1', amount: { minor: 1177, currency: 'USD' } });
    expect(result).toMatchObject({ read: 2, accepted: 2, duplicate: 0, rejected: 0, customers: 1, amount: [{ minor: 1477, currency: 'USD' }] });
    expect(result).toMatchObject({
      from: '2026-01-02',
      to: '2026-01-05T10:30:00.000Z',
      firstPosition: '000000000002',
      lastPosition: '000000000003',
    });
  });

  it('makes negative amounts and cancellations returns, and takes them off the sum', async () => {
    const sink = new MemorySink();
    const rows =
      'customer_id,occurred_at,amount,order_id,cancellation,original_order_id\n7,2026-01-02,10,A1,0,\n7,2026-01-03,-2.50,C1,1,\n7,2026-01-04,-1,C2,,A1\n7,2026-01-05,4,C3,yes,\n';
    const { result } = await imported(rows, {}, { sink });
    expect(sink.facts.filter(({ type }) => type === 'PurchaseReturned').map(({ data }) => data)).toEqual([
      { returnId: 'C1', orderId: null, amount: { minor: 250, currency: 'USD' } },
      { returnId: 'C2', orderId: 'A1', amount: { minor: 100, currency: 'USD' } },
      { returnId: 'C3', orderId: null, amount: { minor: 400, currency: 'USD' } },
    ]);
    expect(result.amount).toEqual([{ minor: 250, currency: 'USD' }]);
  });

  it('tells the product of a return, and knows the row again that was imported without it', async () => {
    const sink = new MemorySink();
    const rows = 'customer_id,occurred_at,amount,order_id,product\n7,2026-01-03,-2.50,C1,lamp\n7,2026-01-04,-1,C2,\n';
    await imported(rows.replace('lamp', ''), {}, { sink });
    await imported(rows.replaceAll('C', 'D'), {}, { sink });
    const returns = sink.facts.filter(({ type }) => type === 'PurchaseReturned').map(({ data }) => data);
    expect(returns.map((data) => (data as { product?: string }).product)).toEqual([undefined, undefined, 'lamp', undefined]);
    const again = await imported(rows, {}, { sink });
    expect(again.result).toMatchObject({ accepted: 0, duplicate: 2, rejected: 0 });
  });

  it('gives region and attributes to the customer a row registers', async () => {
    const sink = new MemorySink();
    const rows = 'customer_id,occurred_at,amount,Land,Branch\n7,2026-01-02,10,north,cafe\n7,2026-01-03,10,south,cafe\n';
    await imported(rows, { map: { region: 'Land', 'attribute.sector': 'Branch' } }, { sink });
    expect(sink.facts[0]).toMatchObject({ type: 'CustomerRegistered', data: { attributes: { region: 'north', sector: 'cafe' } } });
    expect(sink.facts.map(({ type }) => type)).toEqual(['CustomerRegistered', 'PurchaseRecorded', 'PurchaseRecorded']);
  });

  it('refuses an order id used twice with another amount, naming both', async () => {
    const { rejected, result } = await imported(csv('7,2026-01-02,10,A1', '7,2026-01-02,12,A1'));
    expect(rejected).toMatchObject([{ line: 3, field: 'amount', code: 'recorded-otherwise' }]);
    expect(rejected[0]?.reason).toMatch(/10\.00 USD.*12\.00 USD/);
    expect(result).toMatchObject({ accepted: 1, rejected: 1 });
  });

  it('reads amounts in several currencies from a column', async () => {
    const rows = 'customer_id;occurred_at;amount;currency\n7;2026-01-02;10;EUR\n7;2026-01-02;500;JPY\n7;2026-01-02;1.5;JPY\n7;2026-01-02;1;EUROS\n';
    const { result, rejected, source } = await imported(rows, { currency: undefined });
    expect(source.delimiter).toBe(';');
    expect(result.amount).toEqual([
      { minor: 1000, currency: 'EUR' },
      { minor: 500, currency: 'JPY' },
    ]);
    expect(rejected.map(({ field, code }) => [field, code])).toEqual([
      ['amount', 'fraction-of-minor-unit'],
      ['currency', 'unknown-currency'],
    ]);
  });

  it('takes times without a zone for those of the zone given', async () => {
    const { result } = await imported(csv('7,2026-07-02 00:30,1,A', '7,2026-07-02T00:30:00Z,1,B'), { timeZone: 'Europe/Berlin' });
    expect([result.from, result.to]).toEqual(['2026-07-01T22:30:00.000Z', '2026-07-02T00:30:00.000Z']);
  });
});

describe('importing again', () => {
  const rows = ['7,2026-01-02,10,', '7,2026-01-02,10,', '8,2026-01-02,10,', '7,2026-01-02,10,'];

  it('adds nothing for the same file, equal rows included', async () => {
    const sink = new MemorySink();
    expect((await imported(csv(...rows), {}, { sink })).result).toMatchObject({ accepted: 4, duplicate: 0 });
    const again = await imported(csv(...rows), {}, { sink });
    expect(again.result).toMatchObject({
      read: 4,
      accepted: 0,
      duplicate: 4,
      customers: 2,
      amount: [{ minor: 4000, currency: 'USD' }],
      firstPosition: null,
      eventsPerSecond: 0,
    });
    expect(sink.facts.filter(({ type }) => type === 'PurchaseRecorded')).toHaveLength(4);
  });

  it('adds only what is new of a longer file, in another format too', async () => {
    const row = fc.tuple(
      fc.constantFrom('7', '8'),
      fc.constantFrom('2026-01-02', '2026-01-03'),
      fc.constantFrom('10', '10.00', '3'),
      fc.constantFrom('', '', 'A'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.array(row, { maxLength: 6 }), async (old, added) => {
        const sink = new MemorySink();
        const first = await imported(csv(...old.map((cells) => cells.join(','))), {}, { sink });
        const longer = [...old, ...added].map(([customer_id, occurred_at, amount, order_id]) =>
          JSON.stringify({ customer_id, occurred_at, amount: Number(amount), order_id }),
        );
        const second = await imported(longer.join('\n'), { format: 'ndjson' }, { sink });
        const whole = await imported(longer.join('\n'), { format: 'ndjson' });
        expect(second.result.duplicate).toBeGreaterThanOrEqual(first.result.accepted);
        expect(first.result.accepted + second.result.accepted).toBe(whole.result.accepted);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on where a stopped import left off', async () => {
    const sink = new MemorySink();
    let calls = 0;
    const failing = {
      secret: sink.secret,
      knows: sink.knows.bind(sink),
      executeRows: async (rows: Parameters<MemorySink['executeRows']>[0]) => {
        calls += 1;
        if (calls === 2) throw new Error('the disk is full');
        return sink.executeRows(rows);
      },
    };
    const many = csv(...Array.from({ length: 2500 }, (_, at) => `${at % 40},2026-01-02,5,`));
    await expect(imported(many, {}, { sink: failing })).rejects.toThrow('the disk is full');
    expect((await imported(many, {}, { sink })).result).toMatchObject({ read: 2500, duplicate: 1000, accepted: 1500 });
  });
});

describe('every row is accounted for', () => {
  const cell = fc.constantFrom('7', '', '2026-01-02', '2026-02-30', '1.0055', '-3', 'x"y', '"', '"a,b"', '"open', 'é', '\0');
  const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','));
  const chunks = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 80 });

  it('and wherever the stream is cut, the outcome is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), chunks, async (lines, sizes) => {
        const text = csv(...Array.from({ length: 100 }, (_, at) => `${at},2026-01-01,1,`), ...lines, '9,2026-01-02,1,');
        const whole = await imported(text);
        const cut = await imported(text, {}, { chunks: [header.length + 1900, ...sizes] });
        expect(cut.rejected).toEqual(whole.rejected);
        expect({ ...cut.result, importId: '', seconds: 0, eventsPerSecond: 0 }).toEqual({ ...whole.result, importId: '', seconds: 0, eventsPerSecond: 0 });
        const { read, accepted, duplicate, rejected } = whole.result;
        expect(read).toBe(accepted + duplicate + rejected);
        expect(whole.rejected).toHaveLength(rejected);
      }),
      { numRuns: 100 },
    );
  });

  it('also when the file ends inside a quote', async () => {
    const { result, rejected } = await imported(csv('7,2026-01-02,10,A1', '8,2026-01-02,10,"A2', '9,2026-01-02,10,A3'));
    expect(result).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    expect(rejected).toMatchObject([{ line: 3, code: 'unclosed-quote' }]);
  });

  it('a thousand rows at a time, and no more than that is held', async () => {
    const sink = new MemorySink();
    await imported(csv(...Array.from({ length: 2500 }, (_, at) => `${at},2026-01-02,5,`)), {}, { sink, chunks: [100, 30_000] });
    expect(sink.batches).toEqual([1000, 1000, 500]);
  });
});

describe('a dry run', () => {
  it('checks each row for itself where the sink can only record, and says so', async () => {
    const sink = new MemorySink();
    const { result } = await imported(csv('7,2026-01-02,10,A1', '7,2026-02-30,10,A2', '7,2026-01-02,11,A1'), { dryRun: true }, { sink });
    expect(result).toMatchObject({ read: 3, accepted: 2, rejected: 1, firstPosition: null, dryRun: { checked: 'file' } });
    expect(sink.facts).toEqual([]);
  });

  it('decides against what is recorded where the sink offers it', async () => {
    const sink = new MemorySink();
    await imported(csv('7,2026-01-02,10,A1'), {}, { sink });
    const draft = new MemorySink();
    await imported(csv('7,2026-01-02,10,A1'), {}, { sink: draft });
    const previewing = { secret: sink.secret, executeRows: sink.executeRows.bind(sink), knows: sink.knows.bind(sink), preview: () => draft };
    const { result } = await imported(csv('7,2026-01-02,10,A1', '7,2026-01-02,11,A1', '7,2026-01-02,11,A2'), { dryRun: true }, { sink: previewing });
    expect(result).toMatchObject({ accepted: 1, duplicate: 1, rejected: 1, dryRun: { checked: 'state' } });
    expect(sink.facts).toHaveLength(2);
  });
});

describe('importing customers', () => {
  const text = 'customer_id,name,email,party,region,Branch\n7,Ada,ada@example.com,person,north,cafe\n8,Ben,nobody,person,,\n9,,,,,\n';
  const options = { kind: 'customers', map: { 'attribute.sector': 'Branch' } };

  it('registers the unknown and changes the known, and a second time nothing', async () => {
    const sink = new MemorySink();
    await imported(csv('7,2026-01-02,10,A1'), {}, { sink });
    const { result, rejected } = await imported(text, options, { sink });
    expect(result).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    expect(rejected).toMatchObject([{ line: 3, field: 'email' }]);
    const changed = sink.facts.find(({ type }) => type === 'CustomerDetailsChanged');
    expect(changed).toMatchObject({
      customerId: '7',
      data: { attributes: { region: 'north', sector: 'cafe' } },
      personal: { name: 'Ada', email: 'ada@example.com' },
    });
    expect((await imported(text, options, { sink })).result).toMatchObject({ accepted: 0, duplicate: 2, rejected: 1 });
  });
});

describe('importing complaints, visits and answers', () => {
  it('resolves a complaint once the file says so', async () => {
    const sink = new MemorySink();
    const head = 'customer_id,occurred_at,complaint_id,subject,severity,resolved_at,resolution\n';
    expect((await imported(`${head}7,2026-01-02,K1,late,high,,\n`, { kind: 'complaints' }, { sink })).result.accepted).toBe(1);
    expect((await imported(`${head}7,2026-01-02,K1,late,high,2026-01-05,sent again\n`, { kind: 'complaints' }, { sink })).result).toMatchObject({
      accepted: 1,
      rejected: 0,
    });
    expect(sink.facts.map(({ type }) => type)).toEqual(['CustomerRegistered', 'ComplaintLogged', 'ComplaintResolved']);
  });

  it('records visits and scores', async () => {
    const visits = await imported('customer_id,occurred_at,visit_id,channel\n7,2026-01-02,V1,in-person\n', { kind: 'visits' });
    expect(visits.result.accepted).toBe(1);
    const scores = await imported('customer_id,occurred_at,metric,score\n7,2026-01-02,nps,9\n7,2026-01-02,nps,11\n', { kind: 'satisfaction' });
    expect(scores.rejected).toMatchObject([{ line: 3, field: 'score', code: 'score-out-of-range' }]);
  });

  it('records objections to scoring, of unknown customers too; a second file that repeats them adds none', async () => {
    const sink = new MemorySink();
    const text = 'customer_id,objected_on,objected_by\n7,2026-01-02,本人\n8,2026-01-03,Anwalt\n';
    expect((await imported(text, { kind: 'objections' }, { sink })).result).toMatchObject({ accepted: 2, rejected: 0 });
    expect(sink.facts.filter(({ type }) => type === 'ScoringObjectionRaised').map(({ data }) => data)).toEqual([
      { objectedBy: 'customer' },
      { objectedBy: 'representative' },
    ]);
    expect((await imported(text, { kind: 'objections' }, { sink })).result).toMatchObject({ accepted: 0, duplicate: 2 });
    const again = await imported('customer_id,objected_on\n7,2026-02-02\n', { kind: 'objections' }, { sink });
    expect(again.rejected).toMatchObject([{ code: 'scoring-objected-already' }]);
  });
});
