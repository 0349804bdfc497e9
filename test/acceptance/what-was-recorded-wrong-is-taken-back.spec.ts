import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const customerId = 'C-1';

interface File {
  readonly totals: readonly object[];
  readonly firstPurchase: string | null;
  readonly lastPurchase: string | null;
  readonly complaints: object;
  readonly satisfaction: readonly object[];
  readonly visits: object;
  readonly timeline: readonly { readonly at: string; readonly text: string; readonly said: Readonly<Record<string, string>> }[];
}

describe('what was recorded wrong', () => {
  let engine: EngineProcess;
  let before: string;

  const file = (more = '') => engine.client.current<File>(`/v1/customers/${customerId}${more}`);
  const tell = (name: string, fields: object) => engine.client.accept(name, { customerId, ...fields });
  const cohorts = async (question: string) => {
    const { cohorts } = await engine.client.current<{ cohorts: { cohort: string; group?: string; size: number }[] }>(`/v1/retention?${question}`);
    return cohorts.map(({ cohort, group, size }) => [cohort, group, size]);
  };

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data'), args: ['--timezone', 'America/New_York'] });
    const rows = ['customer_id,occurred_at,amount,order_id,channel', 'C-1,2025-03-01,300.00,A-1,web', 'C-1,2025-04-10,20.00,A-2,shop'];
    await engine.client.importFile('purchases', rows.join('\n'), { currency: 'USD' });
    await tell('RecordReturn', { occurredAt: '2025-04-12', orderId: 'A-2', returnId: 'R-1', amount: usd(500) });
    await tell('RecordVisit', { occurredAt: '2025-04-13T10:00:00Z', visitId: 'V-1', place: 'Rome' });
    await tell('LogComplaint', { occurredAt: '2025-04-14', complaintId: 'K-1', subject: 'late', severity: 'low' });
    await tell('ResolveComplaint', { occurredAt: '2025-04-14', complaintId: 'K-1', resolution: 'sorry' });
    await tell('RecordSatisfaction', { occurredAt: '2025-04-15', satisfactionId: 'N-1', metric: 'nps', score: 2 });
    before = await engine.client.head();
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('a day is shown as the day that it is, and falls on that day west of Greenwich too', async () => {
    expect(await file()).toMatchObject({
      firstPurchase: '2025-03-01',
      lastPurchase: '2025-04-10',
      satisfaction: [{ at: '2025-04-15', score: 2 }],
      complaints: { open: 0, resolved: 1 },
    });
    expect(await cohorts('by=channel')).toEqual([['2025-03', 'web', 1]]);
  });

  it('is put right at its own date: figures follow', async () => {
    await tell('CorrectPurchase', { orderId: 'A-1', amount: usd(3_000), occurredAt: '2025-02-28', reason: 'a digit too many' });
    await tell('CorrectReturn', { returnId: 'R-1', amount: usd(400), reason: 'misread' });
    await tell('CorrectVisit', { visitId: 'V-1', occurredAt: '2025-04-12', reason: 'a day late' });
    await tell('CorrectComplaint', { complaintId: 'K-1', severity: 'critical', resolvedAt: null, reason: 'it came up again' });
    await tell('CorrectSatisfaction', { satisfactionId: 'N-1', score: 7, reason: 'misread' });
    expect(await file()).toMatchObject({
      totals: [{ currency: 'USD', purchases: 2, spend: usd(5_000), returns: 1, returned: usd(400), net: usd(4_600) }],
      firstPurchase: '2025-02-28',
      visits: { count: 1, last: '2025-04-12' },
      complaints: { open: 1, resolved: 0 },
      satisfaction: [{ metric: 'nps', score: 7 }],
    });
    expect(await cohorts('by=channel')).toEqual([['2025-02', 'web', 1]]);
    const complaints = await engine.client.current<{ items: object[] }>('/v1/complaints?');
    expect(complaints.items).toMatchObject([{ complaintId: 'K-1', severity: 'critical', status: 'open', openedAt: '2025-04-14' }]);
  });

  it('is taken back: nothing of it is counted, and the next purchase is the first', async () => {
    await tell('VoidPurchase', { orderId: 'A-1', reason: 'another customer' });
    await tell('VoidReturn', { returnId: 'R-1', reason: 'typed twice' });
    await tell('VoidVisit', { visitId: 'V-1', reason: 'typed twice' });
    await tell('VoidComplaint', { complaintId: 'K-1', reason: 'typed twice' });
    await tell('VoidSatisfaction', { satisfactionId: 'N-1', reason: 'typed twice' });
    expect(await file()).toMatchObject({
      totals: [{ currency: 'USD', purchases: 1, spend: usd(2_000), returns: 0 }],
      firstPurchase: '2025-04-10',
      lastPurchase: '2025-04-10',
      visits: { count: 0, last: null },
      complaints: { open: 0, resolved: 0 },
      satisfaction: [],
    });
    expect(await cohorts('by=channel')).toEqual([['2025-04', 'shop', 1]]);
    expect(await engine.client.current('/v1/complaints?')).toMatchObject({ items: [] });
    expect(await engine.client.current('/v1/lifecycle?')).toMatchObject({ periods: [{ start: '2025-04', new: 1, purchases: 1 }] });
    const again = await engine.client.send('VoidPurchase', { customerId, orderId: 'A-1', reason: 'again' });
    expect([again.status, again.json()]).toEqual([422, expect.objectContaining({ code: 'purchase-voided' })]);
  });

  it('stays in the history, beside what took it back', async () => {
    const { timeline } = await file();
    for (const [at, text, said] of [
      ['2025-03-01', 'Bought for 300.00 USD by web (order A-1)', {}],
      ['2025-02-28', 'Order A-1 corrected: amount 300.00 USD -> 30.00 USD, date 2025-03-01 -> 2025-02-28', { reason: 'a digit too many' }],
      ['2025-02-28', 'Order A-1 of 2025-02-28 for 30.00 USD taken back', { reason: 'another customer' }],
      [
        '2025-04-14',
        'Complaint K-1 corrected: severity low -> critical, steps resolved 2025-04-14 -> none',
        { subject: 'late', wasResolution: 'sorry', reason: 'it came up again' },
      ],
    ]) {
      expect(timeline).toContainEqual(expect.objectContaining({ at, text, said }));
    }
    const { items } = await engine.client.get<{ items: { type: string }[] }>(`/v1/customers/${customerId}/events?limit=100`);
    const types = items.map(({ type }) => type).filter((type) => type.includes('Purchase'));
    expect(types).toEqual(
      ['PurchaseRecorded.v1', 'PurchaseRecorded.v1', 'PurchaseReturned.v2', 'PurchaseCorrected.v2', 'PurchaseVoided.v2'].map(
        (type) => `tenure.customer.${type}`,
      ),
    );
  });

  it('is what was known then, at the moment before', async () => {
    expect(await engine.client.get<File>(`/v1/customers/${customerId}?asAt=${before}`)).toMatchObject({
      totals: [{ purchases: 2, spend: usd(32_000), returned: usd(500) }],
      complaints: { open: 0, resolved: 1 },
      satisfaction: [{ score: 2 }],
    });
  });

  it('may be recorded again under its own id', async () => {
    await tell('RecordPurchase', { orderId: 'A-1', occurredAt: '2025-05-01', amount: usd(100) });
    expect(await file()).toMatchObject({ totals: [{ purchases: 2, spend: usd(2_100) }], lastPurchase: '2025-05-01' });
  });

  it('is the same in a read model that is built anew', async () => {
    expect(await engine.client.check()).toMatchObject({ identical: true });
  });
});
