import fc from 'fast-check';
import { imported } from './imported.js';
import { MemorySink } from './memory-sink.js';

class PreviewingSink extends MemorySink {
  preview() {
    return this.processor.preview();
  }
}

const header = 'customer_id,occurred_at,amount,order_id,refunded_amount,refunded_at';
const export_ = (refunded: string | number, at = '', id = 'O1') => `${header}\n7,2026-01-02,100,${id},${refunded},${at}\n`;

interface Return {
  readonly returnId: string;
  readonly orderId: string;
  readonly amount: { readonly minor: number };
}
const returnsIn = ({ facts }: MemorySink) =>
  facts.flatMap(({ type, data, occurredAt }) =>
    type === 'PurchaseReturned' ? [{ ...(data as unknown as Return), at: new Date(occurredAt).toISOString().slice(0, 10) }] : [],
  );
const returnedIn = (sink: MemorySink) => returnsIn(sink).reduce((sum, { amount }) => sum + amount.minor, 0);

async function takeBack(sink: MemorySink, name: string, data: object): Promise<void> {
  const command = { name, customerId: '7', id: `${name} ${JSON.stringify(data)}`, data: { customerId: '7', reason: 'wrong', ...data }, actor: 'spec' };
  expect(await sink.executeRows([[{ command }]])).toMatchObject([{ status: 'accepted' }]);
}

describe('a refunded amount that is higher in a later file', () => {
  it('has what is more recorded as a return of its own, on its own day, and again is harmless', async () => {
    const sink = new MemorySink();
    await imported(export_('5', '2026-01-05'), {}, { sink });
    const later = await imported(export_('8.50', '2026-01-09'), {}, { sink });
    expect(later.rejected).toEqual([]);
    expect(later.result).toMatchObject({ accepted: 1, duplicate: 0, amount: [{ minor: 9150 }], from: '2026-01-02' });
    await imported(export_('10', '2026-01-12'), {}, { sink });
    expect(returnsIn(sink).map(({ returnId, orderId, amount, at }) => [returnId, orderId, amount.minor, at])).toEqual([
      ['O1-refund', 'O1', 500, '2026-01-05'],
      ['O1-refund-2', 'O1', 350, '2026-01-09'],
      ['O1-refund-3', 'O1', 150, '2026-01-12'],
    ]);
    for (const older of [export_('5', '2026-01-05'), export_('8.50', '2026-01-09'), export_('10', '2026-01-12'), export_('10.00', '2026-01-12')]) {
      expect((await imported(older, {}, { sink })).result).toMatchObject({ accepted: 0, duplicate: 1, rejected: 0 });
    }
    expect((await imported(export_('10', '2026-01-12'), {}, { sink })).result.amount).toEqual([{ minor: 9000, currency: 'USD' }]);
    expect(returnedIn(sink)).toBe(1000);
  });

  it('is the first where there was none before', async () => {
    const sink = new MemorySink();
    await imported(export_(''), {}, { sink });
    expect((await imported(export_('5'), {}, { sink })).result).toMatchObject({ accepted: 1, rejected: 0 });
    expect(returnedIn(sink)).toBe(500);
  });

  it('is refused where more goes back than was paid', async () => {
    const sink = new MemorySink();
    await imported(export_('5'), {}, { sink });
    expect((await imported(export_('101'), {}, { sink })).rejected).toMatchObject([{ code: 'return-exceeds-purchase', field: 'refunded_amount' }]);
    expect(returnedIn(sink)).toBe(500);
  });

  it('counts from what a correction left, and from nothing once the return is voided', async () => {
    const sink = new MemorySink();
    await imported(export_('5', '2026-01-05'), {}, { sink });
    await takeBack(sink, 'CorrectReturn', { returnId: 'O1-refund', amount: { minor: 600, currency: 'USD' } });
    await imported(export_('8', '2026-01-09'), {}, { sink });
    expect(returnsIn(sink).map(({ amount }) => amount.minor)).toEqual([500, 200]);
    await takeBack(sink, 'VoidReturn', { returnId: 'O1-refund' });
    await takeBack(sink, 'VoidReturn', { returnId: 'O1-refund-2' });
    expect((await imported(export_('9', '2026-01-10'), {}, { sink })).result).toMatchObject({ accepted: 1, amount: [{ minor: 9100 }] });
    expect(returnsIn(sink).at(-1)).toMatchObject({ returnId: 'O1-refund-3', amount: { minor: 900 } });
  });

  it('comes to what the last file states, whatever the files before it and however often they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 6 }), async (cents) => {
        const sink = new MemorySink();
        const growing = cents.toSorted((a, b) => a - b);
        for (const minor of growing) {
          for (const _ of [1, 2]) expect((await imported(export_(minor / 100), {}, { sink })).result.rejected).toBe(0);
          expect(returnedIn(sink)).toBe(minor);
        }
        for (const minor of cents) await imported(export_(minor / 100), {}, { sink });
        expect(returnedIn(sink)).toBe(growing.at(-1));
      }),
      { numRuns: 20 },
    );
  });
});

it('a lower refunded amount is refused with the command that puts the return right', async () => {
  const sink = new MemorySink();
  await imported(export_('8', '2026-01-05'), {}, { sink });
  const { rejected } = await imported(export_('6', '2026-01-05'), {}, { sink });
  expect(rejected).toMatchObject([{ code: 'recorded-otherwise', field: 'refunded_amount' }]);
  expect(rejected[0]?.reason).toMatch(
    /refunded_amount is 8\.00 USD there, 6\.00 USD here; the total went down, .*tenure command CorrectReturn --data-json '\{.*"returnId":"O1-refund"/,
  );
});

it('an order whose lines were edited since is refused, with both and the command that corrects it', async () => {
  const lines = (second: string) =>
    `customer_id,occurred_at,order_id,product,quantity,unit_amount\n7,2026-01-02,#1001,Mug,2,10\n7,2026-01-02,#1001,${second}\n`;
  const sink = new MemorySink();
  await imported(lines('Cup,1,5'), {}, { sink });
  const { rejected } = await imported(lines('Cup,3,5'), {}, { sink });
  expect(rejected.map(({ code }) => code)).toEqual(['recorded-otherwise', 'recorded-otherwise']);
  const reason = rejected[0]?.reason ?? '';
  expect(reason).toContain('amount is 25.00 USD there, 35.00 USD here');
  expect(reason).toMatch(/is 1 x Cup 5\.00 USD \+ 2 x Mug 20\.00 USD there, 3 x Cup 15\.00 USD \+ 2 x Mug 20\.00 USD here/);
  const body = /tenure command CorrectPurchase --data-json '(.*)'/.exec(reason)?.[1] ?? '{}';
  await takeBack(sink, 'CorrectPurchase', JSON.parse(body) as object);
  expect((await imported(lines('Cup,3,5'), {}, { sink })).result).toMatchObject({ accepted: 0, duplicate: 2, rejected: 0, amount: [{ minor: 3500 }] });
});

it('what was voided is no part of what is printed of an old file', async () => {
  const text = 'customer_id,occurred_at,amount,order_id\n7,2026-01-02,100,O1\n7,2026-02-02,30,O2\n8,2026-03-02,50,O3\n';
  const sink = new MemorySink();
  await imported(text, {}, { sink });
  await takeBack(sink, 'VoidPurchase', { orderId: 'O1' });
  const { result } = await imported(text, {}, { sink });
  expect(result).toMatchObject({ accepted: 0, duplicate: 3, repeated: 0, customers: 2, from: '2026-02-02', amount: [{ minor: 8000 }] });
  const edited = await imported(text.replace('100', '90'), {}, { sink });
  expect(edited.rejected).toMatchObject([{ code: 'recorded-otherwise', reason: expect.stringContaining('voided since') }]);
});

it('a dry run gives the reason that the import will give for a key that comes twice with other content', async () => {
  const text = 'customer_id,occurred_at,amount,order_id\n7,2026-01-02,100,O1\n7,2026-01-02,90,O1\n';
  const sink = new PreviewingSink();
  const tried = await imported(text, { dryRun: true }, { sink });
  const done = await imported(text, {}, { sink });
  expect(tried.rejected).toEqual(done.rejected);
  expect(done.rejected).toMatchObject([{ line: 3, code: 'recorded-otherwise', reason: expect.stringContaining('by another row of this file') }]);
});

it('a dry run adds what is refunded later as the import will', async () => {
  const sink = new PreviewingSink();
  await imported(export_('5'), {}, { sink });
  const text = `${export_('6')}${export_('9').split('\n')[1]}\n`;
  const tried = await imported(text, { dryRun: true }, { sink });
  const done = await imported(text, {}, { sink });
  const told = ({ accepted, rejected, amount }: typeof done.result) => ({ accepted, rejected, amount });
  expect(told(tried.result)).toEqual(told(done.result));
  expect(returnedIn(sink)).toBe(900);
});
