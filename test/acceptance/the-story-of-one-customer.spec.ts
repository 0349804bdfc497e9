import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const customerId = 'K/Müller & Söhne';
const path = `/v1/customers/${encodeURIComponent(customerId)}`;

describe('a customer from the first day to the last', () => {
  let data: string;
  let engine: EngineProcess;
  let revision = -1;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data, args: ['--currency', 'EUR'] });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const tell = async (name: string, fields: object, types: readonly string[]) => {
    const accepted = await engine.client.accept(name, { customerId, ...fields }, revision < 0 ? {} : { revision });
    expect(accepted.events.map(({ type }) => type)).toEqual(types);
    expect(accepted.revision).toBe(revision + types.length);
    ({ revision } = accepted);
  };
  const refused = async (name: string, fields: object, code: string, words: RegExp) => {
    const answer = await engine.client.send(name, { customerId, ...fields });
    expect([answer.status, answer.json()]).toEqual([422, expect.objectContaining({ code, detail: expect.stringMatching(words), retryable: false })]);
  };

  it('is unknown until registered', async () => {
    await refused('RecordPurchase', { amount: eur(100) }, 'customer-unknown', /RegisterCustomer/);
    await tell(
      'RegisterCustomer',
      {
        occurredAt: '2025-01-02T08:00:00+01:00',
        party: 'organisation',
        personal: { name: 'Müller & Söhne', email: 'post@mueller.example' },
        attributes: { region: 'north', vip: false },
      },
      ['CustomerRegistered'],
    );
    await refused('RegisterCustomer', {}, 'customer-already-registered', /ChangeCustomerDetails/);
  });

  it('buys, in a total and in lines, and gives part of it back', async () => {
    await tell('RecordPurchase', { occurredAt: '2025-01-10T12:00:00Z', orderId: 'A-1', amount: eur(10_000), channel: 'web' }, ['PurchaseRecorded']);
    const lines = [
      { product: 'lamp', quantity: 2, amount: eur(4_000) },
      { product: 'bulb', quantity: 10, amount: eur(1_500) },
    ];
    await tell('RecordPurchase', { occurredAt: '2025-02-10T12:00:00Z', orderId: 'A-2', lines }, ['PurchaseRecorded']);
    await tell('RecordReturn', { occurredAt: '2025-02-20T12:00:00Z', orderId: 'A-1', returnId: 'R-1', amount: eur(2_500), reason: 'too bright' }, [
      'PurchaseReturned',
    ]);
    await refused('RecordReturn', { orderId: 'A-1', amount: eur(7_501) }, 'return-exceeds-purchase', /75\.00/);
    await refused('RecordReturn', { orderId: 'A-9', amount: eur(1) }, 'order-unknown', /A-9/);
    await refused('RecordReturn', { orderId: 'A-1', amount: { minor: 1, currency: 'USD' } }, 'currency-differs', /EUR/);
    await refused('RecordPurchase', { orderId: 'A-1', amount: eur(9_999) }, 'order-id-used', /100\.00/);
    await refused('RecordPurchase', { occurredAt: '2999-01-01T00:00:00Z', amount: eur(1) }, 'occurred-in-future', /future/);
  });

  it('subscribes, changes, renews and cancels', async () => {
    await tell('StartSubscription', { occurredAt: '2025-03-01T00:00:00Z', subscriptionId: 'S-1', plan: 'care', price: eur(999), interval: 'P1M' }, [
      'SubscriptionStarted',
    ]);
    await tell('ChangeSubscription', { occurredAt: '2025-04-01T00:00:00Z', subscriptionId: 'S-1', plan: 'care-plus', price: eur(1_499) }, [
      'SubscriptionChanged',
    ]);
    await tell('RenewSubscription', { occurredAt: '2025-05-01T00:00:00Z', subscriptionId: 'S-1', amount: eur(1_499) }, ['SubscriptionRenewed']);
    await tell('CancelSubscription', { occurredAt: '2025-06-01T00:00:00Z', subscriptionId: 'S-1', reasonCode: 'pricing' }, ['SubscriptionCancelled']);
    await tell(
      'StartSubscription',
      { occurredAt: '2025-06-15T00:00:00Z', subscriptionId: 'S-2', plan: 'basic', price: eur(499), interval: 'P1M', quantity: 3 },
      ['SubscriptionStarted'],
    );
  });

  it('is visited, complains, is helped, and says so', async () => {
    await tell('RecordVisit', { occurredAt: '2025-06-20T10:00:00Z', channel: 'in-person', subject: 'yearly talk' }, ['VisitRecorded']);
    await tell(
      'LogComplaint',
      { occurredAt: '2025-07-01T10:00:00Z', complaintId: 'K-1', subject: 'late', severity: 'high', orderId: 'A-2', description: 'Nobody called.' },
      ['ComplaintLogged'],
    );
    await tell('AcknowledgeComplaint', { occurredAt: '2025-07-01T11:00:00Z', complaintId: 'K-1' }, ['ComplaintAcknowledged']);
    await tell('ResolveComplaint', { occurredAt: '2025-07-02T10:00:00Z', complaintId: 'K-1', resolution: 'sent again', compensation: eur(500) }, [
      'ComplaintResolved',
    ]);
    await tell('ReopenComplaint', { occurredAt: '2025-07-03T10:00:00Z', complaintId: 'K-1', reason: 'late again' }, ['ComplaintReopened']);
    await tell('LogComplaint', { occurredAt: '2025-07-04T10:00:00Z', complaintId: 'K-2', subject: 'invoice' }, ['ComplaintLogged']);
    await tell('ResolveComplaint', { occurredAt: '2025-07-05T10:00:00Z', complaintId: 'K-2', resolution: 'corrected' }, ['ComplaintResolved']);
    await tell('RecordSatisfaction', { occurredAt: '2025-07-06T10:00:00Z', metric: 'nps', score: 9, comment: 'Friendly people.' }, ['SatisfactionRecorded']);
  });

  it('moves', () =>
    tell('ChangeCustomerDetails', { occurredAt: '2025-08-01T00:00:00Z', personal: { phone: '+49 40 1', email: null }, attributes: { region: 'south' } }, [
      'CustomerDetailsChanged',
    ]));

  it('stands on one page, whole', async () => {
    const file = await engine.client.current(path);
    expect(file).toMatchObject({
      customerId,
      revision,
      party: 'organisation',
      status: 'active',
      since: '2025-01-02T07:00:00Z',
      events: revision + 1,
      personal: { name: 'Müller & Söhne', phone: '+49 40 1' },
      attributes: { region: 'south', vip: false },
      totals: [{ currency: 'EUR', purchases: 2, spend: eur(15_500), returns: 1, returned: eur(2_500), net: eur(13_000) }],
      firstPurchase: '2025-01-10T12:00:00Z',
      lastPurchase: '2025-02-10T12:00:00Z',
      subscriptionsActive: 1,
      subscriptionsCancelled: 1,
      complaints: { open: 1, resolved: 1 },
      satisfaction: [{ metric: 'nps', score: 9, min: 0, max: 10 }],
      visits: { count: 1, last: '2025-06-20T10:00:00Z' },
    });
    expect(file['personal']).not.toHaveProperty('email');
    const { headers } = await engine.client.ask(path);
    expect(headers.get('etag')).toBe(`"${revision}"`);
  });

  it('has complaints that are counted', async () => {
    const { items } = await engine.client.current<{ items: object[] }>('/v1/complaints');
    expect(items).toHaveLength(2);
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ complaintId: 'K-1', customerId, severity: 'high' })]));
  });

  it('is closed, refuses purchases with the date, is scored no more, and can come back', async () => {
    await tell('CloseCustomer', { occurredAt: '2025-09-01T00:00:00Z', reason: 'gave up the shop' }, ['CustomerClosed']);
    await refused('RecordPurchase', { amount: eur(1) }, 'customer-closed', /since 2025-09-01/);
    expect(await engine.client.current(path)).toMatchObject({ status: 'closed', closed: { reason: 'gave up the shop', at: '2025-09-01T00:00:00Z' } });
    expect(await engine.client.current(`/v1/lifetime-value/${encodeURIComponent(customerId)}`)).toMatchObject({
      value: null,
      notEnoughData: expect.any(String),
    });
    await tell('ReopenCustomer', { occurredAt: '2025-10-01T00:00:00Z', reason: 'heirs go on' }, ['CustomerReopened']);
    await tell('RecordPurchase', { orderId: 'A-3', amount: eur(700) }, ['PurchaseRecorded']);
    expect(await engine.client.current(path)).toMatchObject({ status: 'active', totals: [{ purchases: 3 }] });
  });

  it('has every event told, with who, when and what for', async () => {
    const { items } = await engine.client.get<{ items: Record<string, unknown>[] }>(`${path}/events?limit=1000`);
    expect(items.map(({ revision: each }) => each)).toEqual(Array.from({ length: revision + 1 }, (_, at) => at));
    expect(items.every(({ subject, actor, specversion }) => subject === customerId && actor === 'TENURE_API_KEY' && specversion === '1.0')).toBe(true);
    expect(items[1]).toMatchObject({
      type: 'tenure.customer.PurchaseRecorded.v1',
      time: '2025-01-10T12:00:00.000Z',
      data: { orderId: 'A-1', amount: eur(10_000) },
    });
    const printed = await tenure(['history', customerId, '--json', '--data', data], { cwd: join(data, '..') });
    expect(printed.stdout.trim().split('\n')).toHaveLength(revision + 1);
  });

  it('is the same in a rebuild', async () => {
    expect(await engine.client.check()).toMatchObject({ identical: true });
  });
});
