import fc from 'fast-check';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

const header = 'customer_id,occurred_at,order_id,product,quantity,amount';
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;
interface Bought {
  readonly orderId: string;
  readonly amount: { readonly minor: number };
}
const purchasesOf = (sink: MemorySink) => sink.facts.filter(({ type }) => type === 'PurchaseRecorded').map(({ data }) => data as unknown as Bought);
const returnsOf = (sink: MemorySink) => sink.facts.filter(({ type }) => type === 'PurchaseReturned').map(({ data }) => data);

describe('rows of one order', () => {
  it('are one purchase with lines, wherever they stand in the file', async () => {
    const sink = new MemorySink();
    const text = csv('7,2026-01-02,A1,mug,2,20.00', '8,2026-01-02,A2,cup,1,5.00', '7,2026-01-02,A1,cup,1,5.00');
    const { result } = await imported(text, {}, { sink });
    expect(result).toMatchObject({ read: 3, accepted: 3, rejected: 0, customers: 2, amount: [{ minor: 3000, currency: 'USD' }] });
    expect(purchasesOf(sink)).toEqual(
      expect.arrayContaining([
        {
          orderId: 'A1',
          amount: { minor: 2500, currency: 'USD' },
          lines: [
            { product: 'cup', quantity: 1, amount: { minor: 500, currency: 'USD' } },
            { product: 'mug', quantity: 2, amount: { minor: 2000, currency: 'USD' } },
          ],
        },
        { orderId: 'A2', amount: { minor: 500, currency: 'USD' }, product: 'cup', quantity: 1 },
      ]),
    );
    expect((await imported(text, {}, { sink })).result).toMatchObject({ accepted: 0, duplicate: 3, rejected: 0 });
  });

  it('add up where two of them are equal: both are counted, and what is printed is what is recorded', async () => {
    const sink = new MemorySink();
    const text = 'customer_id,occurred_at,amount,order_id,product\nL,2026-01-02,10.00,1001,mug\nL,2026-01-02,10.00,1001,mug\n';
    expect((await imported(text, {}, { sink })).result).toMatchObject({ read: 2, accepted: 2, amount: [{ minor: 2000, currency: 'USD' }] });
    expect(purchasesOf(sink)).toMatchObject([{ amount: { minor: 2000 } }]);
  });

  it('take customer, date and order from the first of them where the others leave them empty', async () => {
    const sink = new MemorySink();
    const { result } = await imported(csv('7,2026-01-02,A1,mug,1,10', ',,A1,cup,1,5', ',,,jar,1,1', '8,2026-01-03,A2,mug,1,10'), {}, { sink });
    expect(result).toMatchObject({ read: 4, accepted: 4, customers: 2 });
    expect(
      purchasesOf(sink)
        .map(({ amount }) => amount.minor)
        .sort(),
    ).toEqual([1000, 1600]);
  });

  it('have the total that the order gives once or in each row, with shipping, tax and discount between', async () => {
    const names = 'customer_id,occurred_at,order_id,product,quantity,price,order total,shipping,tax,discount\n';
    for (const second of [',,', '7,2026-01-02,A1']) {
      const total = second === ',,' ? ',,,' : '27.50,4.00,1.50,3.00';
      const sink = new MemorySink();
      const text = `${names}7,2026-01-02,A1,mug,2,10.00,27.50,4.00,1.50,3.00\n${second},cup,1,5.00,${total}\n`;
      const { result } = await imported(text, {}, { sink });
      expect(result).toMatchObject({ accepted: 2, amount: [{ minor: 2750, currency: 'USD' }] });
      expect(purchasesOf(sink)).toMatchObject([
        {
          amount: { minor: 2750 },
          lines: [
            { product: 'cup', amount: { minor: 440 } },
            { product: 'mug', amount: { minor: 1760 } },
            { product: 'shipping', amount: { minor: 400 } },
            { product: 'tax', amount: { minor: 150 } },
          ],
        },
      ]);
    }
  });

  it('are refused with both numbers where they contradict the total of the order', async () => {
    const names = 'customer_id,occurred_at,order_id,product,quantity,price,order total\n';
    const { result, rejected } = await imported(`${names}7,2026-01-02,A1,mug,2,10.00,99.00\n7,2026-01-02,A1,cup,1,5.00,99.00\n`);
    expect(result).toMatchObject({ read: 2, rejected: 2 });
    expect(rejected[0]?.reason).toMatch(/99\.00 USD.*25\.00 USD/);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('are totals of the lines where amount is quantity times price', async () => {
    const names = 'customer_id,occurred_at,order_id,product,quantity,price,amount\n';
    const { result } = await imported(`${names}7,2026-01-02,A1,mug,2,10.00,20.00\n7,2026-01-02,A1,cup,4,5.00,20.00\n`);
    expect(result).toMatchObject({ accepted: 2, amount: [{ minor: 4000, currency: 'USD' }] });
  });

  it('that go back later are a return of the order; those taken off at once are a discount', async () => {
    const sink = new MemorySink();
    const text = csv('7,2026-01-02,A1,mug,2,20.00', '7,2026-01-09,A1,mug,-1,-10.00', '8,2026-01-02,A2,mug,1,10.00', '8,2026-01-02,A2,voucher,1,-4.00');
    const { result } = await imported(text, {}, { sink });
    expect(result).toMatchObject({ accepted: 4, rejected: 0, amount: [{ minor: 1600, currency: 'USD' }] });
    expect(returnsOf(sink)).toMatchObject([{ orderId: 'A1', amount: { minor: 1000 } }]);
    expect(purchasesOf(sink)).toEqual(expect.arrayContaining([expect.objectContaining({ orderId: 'A2', amount: { minor: 600, currency: 'USD' } })]));
  });

  it('that are free stay purchases of zero', async () => {
    const sink = new MemorySink();
    await imported(csv('7,2026-01-02,A1,mug,1,0.00', '7,2026-01-02,A1,cup,1,0'), {}, { sink });
    expect(purchasesOf(sink)).toMatchObject([{ amount: { minor: 0 }, lines: [{ product: 'cup' }, { product: 'mug' }] }]);
  });

  it('without a column of items are not added up: a second row of an order is refused or a repeat', async () => {
    const { result } = await imported('customer_id,occurred_at,order_id,amount\n7,2026-01-02,A1,10\n7,2026-01-02,A1,12\n');
    expect(result).toMatchObject({ accepted: 1, rejected: 1, amount: [{ minor: 1000, currency: 'USD' }] });
  });
});

describe('a refunded amount', () => {
  it('is a return of the purchase in its own row', async () => {
    const sink = new MemorySink();
    const { result } = await imported(
      'customer_id,occurred_at,order_id,amount,Refunded Amount\n7,2026-01-02,A1,10,2.50\n7,2026-01-03,A2,10,0.00\n',
      {},
      { sink },
    );
    expect(result).toMatchObject({ accepted: 2, amount: [{ minor: 1750, currency: 'USD' }] });
    expect(returnsOf(sink)).toEqual([{ returnId: 'A1-refund', orderId: 'A1', amount: { minor: 250, currency: 'USD' } }]);
  });
});

describe('whatever the order of the rows', () => {
  const line = fc.record({ order: fc.integer({ min: 1, max: 4 }), product: fc.constantFrom('mug', 'cup', 'jar'), amount: fc.integer({ min: 0, max: 999 }) });

  it('the purchases come to what the lines come to, and are the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), fc.infiniteStream(fc.nat()), async (lines, random) => {
        const rows = lines.map(({ order, product, amount }) => `c${order % 2},2026-01-0${order},O${order},${product},1,${(amount / 100).toFixed(2)}`);
        const shuffled = [...rows].map((row) => ({ row, key: random.next().value })).sort((a, b) => a.key - b.key);
        const first = new MemorySink();
        const second = new MemorySink();
        const { result } = await imported(csv(...rows), {}, { sink: first });
        await imported(csv(...shuffled.map(({ row }) => row)), {}, { sink: second });
        const total = lines.reduce((sum, { amount }) => sum + amount, 0);
        const sum = (sink: MemorySink) => purchasesOf(sink).reduce((all, { amount }) => all + amount.minor, 0);
        expect([sum(first), result.amount[0]?.minor, result.read]).toEqual([total, total, lines.length]);
        const byOrder = (sink: MemorySink) => purchasesOf(sink).sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
        expect(byOrder(second)).toEqual(byOrder(first));
        expect((await imported(csv(...shuffled.map(({ row }) => row)), {}, { sink: first })).result).toMatchObject({ accepted: 0, rejected: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('also when they are spooled in windows that hold whole orders', async () => {
    const arrangement = {
      rowsTogether: 4,
      watchedRows: 4,
      partitions: 2,
      windowRows: 8,
      windowBytes: 1 << 20,
      keptBytes: 1 << 16,
      pieceBytes: 512,
      inputKeptBytes: 1 << 20,
      inputBytes: 1 << 24,
    };
    const rows = Array.from({ length: 60 }, (_, at) => `c${Math.floor(at / 6)},2026-01-02,O${Math.floor(at / 3)},mug,1,1.00`);
    const sink = new MemorySink();
    const { result } = await imported(csv(...rows), {}, { sink, arrangement });
    expect(result).toMatchObject({ read: 60, accepted: 60, rejected: 0 });
    expect(purchasesOf(sink)).toHaveLength(20);
    const apart = await imported(csv(...rows, 'c0,2026-01-02,O0,mug,1,1.00'), {}, { arrangement });
    expect(apart.rejected).toMatchObject([{ line: 62, code: 'rows-apart' }]);
  });
});

describe('rows that are not meant', () => {
  const rows = 'customer_id,occurred_at,amount,Status\n7,2026-01-02,10,paid\n7,2026-01-03,10,Pending\n8,2026-01-03,10,refunded\n';

  it('are left out by conditions, and counted', async () => {
    const { result } = await imported(rows, { where: ['Status=paid,refunded'] });
    expect(result).toMatchObject({ read: 3, accepted: 2, leftOut: 1, leftOutReasons: [{ reason: 'not Status=paid,refunded', rows: 1 }] });
    expect((await imported(rows, { where: ['Status!=PENDING', 'status = paid'] })).result).toMatchObject({ accepted: 1, leftOut: 2 });
  });

  it('a condition on a column that is not there is refused with the nearest', async () => {
    await expect(imported(rows, { where: ['Statsu=paid'] })).rejects.toThrow('there is no column "Statsu", did you mean "Status"?');
    await expect(imported(rows, { where: ['paid'] })).rejects.toThrow('"paid" is no condition');
  });
});

describe('customers who are known by an e-mail address or a telephone number', () => {
  it('get an id made of it, the same for all its spellings, and keep it among their personal data', async () => {
    const sink = new MemorySink();
    const text = 'Email,occurred_at,amount\nAda@Example.com,2026-01-02,10\n ada@example.com ,2026-01-03,5\nben@example.com,2026-01-03,5\n';
    const { result } = await imported(text, {}, { sink });
    expect(result).toMatchObject({ accepted: 3, customers: 2 });
    expect(sink.facts.every(({ customerId }) => /^c-[a-z2-7]{20}$/.test(customerId))).toBe(true);
    expect(sink.facts.filter(({ type }) => type === 'CustomerRegistered').map(({ personal }) => personal)).toEqual([
      { email: 'Ada@Example.com' },
      { email: 'ben@example.com' },
    ]);
    expect(JSON.stringify(sink.facts.map(({ customerId, data }) => [customerId, data]))).not.toMatch(/example\.com/i);
  });

  it('also where a column of ids holds it, for every kind', async () => {
    const sink = new MemorySink();
    await imported('customer_id,occurred_at,amount\nada@example.com,2026-01-02,10\n+49 171 1234567,2026-01-02,10\n4711,2026-01-02,1\n', {}, { sink });
    await imported('customer_id,occurred_at,metric,score\nada@example.com,2026-01-02,nps,9\n', { kind: 'satisfaction' }, { sink });
    await imported('customer_id,name\nada@example.com,Ada\n', { kind: 'customers' }, { sink });
    const ids = new Set(sink.facts.map(({ customerId }) => customerId));
    expect([...ids].filter((id) => id !== '4711').every((id) => id.startsWith('c-'))).toBe(true);
    expect(ids.size).toBe(3);
  });
});
