import type { RecordedEvent } from '@tenure/event-log';
import { presentValues } from '../shared/last-write/register-list.js';
import { cdnowMaster, describeWithCdnow } from '../shared/testing/cdnow.js';
import { contextOf } from '../shared/testing/context.js';
import { closed, event, type GivenEvent, purchase, registered, reopened, returned } from '../shared/testing/events.js';
import { type Histories, MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { opened, sealed } from '../shared/testing/sealed.js';
import { emptyFile } from './document.js';
import { customerFileQuery } from './file-query.js';
import { type CustomerList, customerListQuery } from './list-query.js';
import type { CustomerListParameters } from './parameters.js';
import { customerFileProjection } from './projection.js';
import type { CustomerFile } from './show.js';
import { customerTotalsQuery } from './totals-query.js';

const contextFor = (histories: Histories) => contextOf(new MemorySnapshot([customerFileProjection], histories));
const open = (given: readonly GivenEvent[]) => customerFileQuery.run(contextFor({ ada: given }), { customerId: 'ada' }) as Promise<CustomerFile>;
const usd = (minor: number) => ({ minor, currency: 'USD' });

/** The example of the definition page. */
const example = [purchase('2026-01-02', { minor: 2000, orderId: 'o1' }), purchase('2026-01-03', { minor: 500 }), returned('2026-01-04', 'r1', 'o1', 500)];

describe('customer file', () => {
  it('answers the example of its definition', async () => {
    expect((await open(example)).totals).toEqual([{ currency: 'USD', purchases: 2, spend: usd(2500), returns: 1, returned: usd(500), net: usd(2000) }]);
  });

  it('tells who the customer is as last written, and when closed', async () => {
    const file = await open([
      registered('2026-01-01', { region: 'north', tier: 1 }, 'person', { name: 'Ada', email: 'ada@example.org' }),
      {
        type: 'CustomerDetailsChanged',
        at: '2026-02-01',
        data: { party: 'organisation', attributes: { region: 'south', tier: null } },
        personal: { email: null, note: 'by phone' },
      },
      { type: 'CustomerDetailsChanged', at: '2026-01-15', data: { attributes: { region: 'east' } } }, // arrives late
      closed('2026-02-15', 'asked to'),
      reopened('2026-03-01'),
      closed('2026-03-02', 'moved away'),
    ]);
    expect(file).toMatchObject({
      customerId: 'ada',
      revision: 5,
      party: 'organisation',
      status: 'closed',
      since: '2026-01-01T00:00:00Z',
      closed: { at: '2026-03-02T00:00:00Z', reason: 'moved away' },
      events: 6,
    });
    expect({ ...file.personal }).toEqual({ name: 'Ada' });
    expect({ ...file.attributes }).toEqual({ region: 'south' });
  });

  it('shows the likelihood that a person stated to the end of its last day, in the zone of the reports', async () => {
    const stated: GivenEvent = { type: 'ChurnLikelihoodOverridden', at: '2026-11-01', data: { probability: 0.05, expiresOn: '2026-11-22' } };
    const shown = async (now: string, ...more: GivenEvent[]) => {
      const snapshot = new MemorySnapshot([customerFileProjection], { ada: [registered('2026-01-01'), stated, ...more] });
      const context = contextOf(snapshot, { now, timezone: 'Europe/Berlin' });
      return ((await customerFileQuery.run(context, { customerId: 'ada' })) as CustomerFile).scoring.churnOverride;
    };
    expect(await shown('2026-11-22T22:59:59Z')).toEqual({ probability: 0.05, expiresOn: '2026-11-22', statedAt: '2026-11-01T00:00:00Z' });
    expect(await shown('2026-11-22T23:00:00Z')).toBeNull();
    expect(await shown('2026-11-22T22:59:59Z', { type: 'ChurnOverrideWithdrawn', at: '2026-11-02' })).toBeNull();
  });

  it('names what it does not show to a reader without a role for personal data, and tells the rest', async () => {
    const given = [registered('2026-01-01', {}, 'person', { name: 'Ada' }), closed('2026-03-02', 'moved away')];
    const context = contextOf(new MemorySnapshot([customerFileProjection], { ada: given }), { personal: false });
    const file = (await customerFileQuery.run(context, { customerId: 'ada' })) as CustomerFile;
    expect(file).toMatchObject({
      status: 'closed',
      closed: { at: '2026-03-02T00:00:00Z', reason: null },
      personal: {},
      timeline: [
        { text: 'Closed', said: {} },
        { text: 'Registered as person', said: {} },
      ],
      sealed: { fields: ['name', 'closed.reason', 'timeline.reason'], reason: 'not-permitted' },
    });
    expect(JSON.stringify(file)).not.toMatch(/Ada|moved/);
  });

  it('shows the same of several names of one moment, whichever arrived first, sealed or not', () => {
    const at = '2026-01-01';
    const named = (name: string | null): GivenEvent => ({ type: 'CustomerDetailsChanged', at, data: {}, personal: { name } });
    const names = ['Ada', 'Bo', null, 'Cy'].map(named);
    const visits = Array.from({ length: 8 }, (_, i): GivenEvent => ({ type: 'VisitRecorded', at, data: { visitId: `v${i}` } }));
    const nameIn = (given: readonly GivenEvent[], seal: (one: RecordedEvent) => RecordedEvent): string => {
      const file = given.reduce((document, one, revision) => customerFileProjection.evolve(document, seal(event('ada', revision, one))), emptyFile());
      return opened(JSON.stringify(presentValues(file.personal)));
    };
    // Together they have eight visits: revisions of one digit and of two.
    const orders = names.flatMap((first) => names.filter((one) => one !== first).map((second) => [first, ...visits, second]));
    for (const order of orders) {
      const inClear = nameIn(order, (one) => one);
      expect(nameIn(order, sealed)).toBe(inClear);
      expect(nameIn([...order].reverse(), sealed)).toBe(inClear);
    }
  });

  it('tells what was said of several closings of one moment in the same order, whichever arrived first, sealed or not', () => {
    const reasons = ['moved', 'gone', 'asked to', 'died'].map((reason) => closed('2026-01-01', reason));
    const told = (given: readonly GivenEvent[], seal: (one: RecordedEvent) => RecordedEvent): string => {
      const file = given.reduce((document, one, revision) => customerFileProjection.evolve(document, seal(event('ada', revision, one))), emptyFile());
      return opened(JSON.stringify([file.closed, file.timeline]));
    };
    const inClear = told(reasons, (one) => one);
    for (let shift = 0; shift < reasons.length; shift += 1) {
      const order = [...reasons.slice(shift), ...reasons.slice(0, shift)];
      expect(told(order, sealed)).toBe(inClear);
      expect(told([...order].reverse(), sealed)).toBe(inClear);
    }
  });

  it('puts subscriptions, complaints, satisfaction and visits on the page', async () => {
    const terms = { subscriptionId: 's1', plan: 'basic', price: usd(900), interval: 'P1M', quantity: 1 };
    const file = await open([
      { type: 'SubscriptionStarted', at: '2026-01-01', data: terms },
      { type: 'SubscriptionChanged', at: '2026-02-01', data: { subscriptionId: 's1', plan: 'plus' } },
      { type: 'SubscriptionRenewed', at: '2026-02-01', data: { subscriptionId: 's1', until: '2026-03-01T00:00:00Z' } },
      { type: 'SubscriptionStarted', at: '2025-01-01', data: { ...terms, subscriptionId: 's2' } },
      { type: 'SubscriptionCancelled', at: '2025-06-01', data: { subscriptionId: 's2', reasonCode: 'pricing' } },
      { type: 'ComplaintLogged', at: '2026-01-05', data: { complaintId: 'k1', subject: 'late', severity: 'low' } },
      { type: 'ComplaintLogged', at: '2026-01-06', data: { complaintId: 'k2', subject: 'late', severity: 'low' } },
      { type: 'ComplaintResolved', at: '2026-01-07', data: { complaintId: 'k2', resolution: 'sorry', compensation: usd(100) } },
      { type: 'SatisfactionRecorded', at: '2026-01-09', data: { satisfactionId: 'n2', metric: 'nps', score: 9, min: 0, max: 10 } },
      { type: 'SatisfactionRecorded', at: '2026-01-08', data: { satisfactionId: 'n1', metric: 'nps', score: 2, min: 0, max: 10 } },
      { type: 'VisitRecorded', at: '2026-01-10', data: { visitId: 'v1', place: 'Rome', result: 'renewal agreed' } },
    ]);
    expect(file.subscriptions).toMatchObject([
      { subscriptionId: 's1', status: 'active', plan: 'plus', price: usd(900), renewals: 1, until: '2026-03-01T00:00:00Z' },
      { subscriptionId: 's2', status: 'cancelled', cancelledAt: '2025-06-01T00:00:00Z', reasonCode: 'pricing' },
    ]);
    expect(file).toMatchObject({
      subscriptionsActive: 1,
      subscriptionsCancelled: 1,
      complaints: { open: 1, resolved: 1 },
      visits: { count: 1, last: '2026-01-10T00:00:00Z' },
      satisfaction: [{ metric: 'nps', score: 9, max: 10, at: '2026-01-09T00:00:00Z' }],
    });
    expect(file.timeline.map(({ text }) => text)).toEqual([
      'Subscription s1 renewed until 2026-03-01T00:00:00Z',
      'Subscription s1 changed to plus',
      'Visit (v1)',
      'Answered nps with 9 of 10 (n2)',
      'Answered nps with 2 of 10 (n1)',
      'Complaint k2 resolved, given 1.00 USD',
      'Complained (low) (k2)',
      'Complained (low) (k1)',
      'Subscribed to basic for 9.00 USD every P1M (s1)',
      'Subscription s2 cancelled: pricing',
      'Subscribed to basic for 9.00 USD every P1M (s2)',
    ]);
    expect(file.timeline.map(({ said }) => said).filter((said) => Object.keys(said).length > 0)).toEqual([
      { result: 'renewal agreed', place: 'Rome' },
      { resolution: 'sorry' },
      { subject: 'late' },
      { subject: 'late' },
    ]);
  });

  it('holds the latest twenty things that happened, however many there were', async () => {
    const many = Array.from({ length: 200 }, (_, i) => purchase(Date.UTC(2026, 0, 1 + ((i * 37) % 200)), { orderId: `o${i}` }));
    const { timeline, events } = await open(many);
    expect(events).toBe(200);
    expect(timeline.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => new Date(Date.UTC(2026, 0, 200 - i)).toISOString().replace('.000', '')));
    expect(timeline[0]!.text).toMatch(/^Bought for 10.00 USD \(order o\d+\)$/);
  });

  it('says where to look when the customer is unknown', async () => {
    await expect(customerFileQuery.run(contextFor({ ada: [] }), { customerId: 'bo' })).rejects.toMatchObject({
      code: 'customer-unknown',
      message: expect.stringContaining('/v1/customers') as string,
    });
  });
});

describe('the list of customers', () => {
  const histories: Histories = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [
      `c${i}`,
      [registered('2026-01-01', {}, i % 3 === 0 ? 'organisation' : 'person', { name: `n${i}` }), ...(i % 2 ? [closed('2026-02-01')] : example)],
    ]),
  );
  const list = (parameters: CustomerListParameters = {}) => customerListQuery.run(contextFor(histories), parameters) as Promise<CustomerList>;

  it.each([
    [{}, 9],
    [{ status: 'closed' }, 4],
    [{ party: 'organisation' }, 3],
    [{ party: 'organisation', status: 'active' }, 2],
  ] as Array<[CustomerListParameters, number]>)('is whole when read page by page, with %j', async (filter, count) => {
    for (const limit of ['1', '2', '3', '100']) {
      const ids: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: CustomerList = await list({ ...filter, limit, cursor });
        ids.push(...page.items.map(({ customerId }) => customerId));
        cursor = page.next;
      }
      expect(ids).toHaveLength(count);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
  });

  it('refuses a cursor of another filter', async () => {
    const { next } = await list({ limit: '1' });
    await expect(list({ cursor: next!, status: 'closed' })).rejects.toMatchObject({ code: 'cursor-mismatch' });
  });

  it('adds everybody up', async () => {
    expect(await customerTotalsQuery.run(contextFor(histories), {})).toEqual({
      customers: 9,
      closed: 4,
      parties: { person: 6, organisation: 3, household: 0 },
      totals: [{ currency: 'USD', purchases: 10, spend: usd(12_500), returns: 5, returned: usd(2500), net: usd(10_000) }],
    });
  });
});

describeWithCdnow('totals of the CDNOW customers', () => {
  it('are those of the file', async () => {
    const totals = await customerTotalsQuery.run(contextFor(cdnowMaster()), {});
    expect(totals).toMatchObject({ customers: 23_570, totals: [{ currency: 'USD', purchases: 69_659, spend: usd(250_031_563) }] });
  });
});
