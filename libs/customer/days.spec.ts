import { registered, Story, usd } from './testing/story.js';

/** The stories take place on 2026-03-15 at noon in UTC: in Kiribati it is the 16th already. */
describe('a fact with a day in the place of a time', () => {
  const bought = (occurredAt: string) => registered().given('RecordPurchase', { orderId: 'A', amount: usd(1000), occurredAt });
  const returning = (occurredAt: string) => ({ orderId: 'A', amount: usd(1), occurredAt });

  it('is a day, midnight in UTC, and not an instant', () => {
    const [day] = registered().outcome('RecordPurchase', { amount: usd(1), occurredAt: '2026-03-01' });
    expect(day).toMatchObject({ occurredAt: Date.parse('2026-03-01T00:00:00Z'), precision: 'day' });
    const [instant] = registered().outcome('RecordPurchase', { amount: usd(1), occurredAt: '2026-03-01T00:00:00Z' });
    expect(instant).not.toHaveProperty('precision');
  });

  it('registers a customer on that day, if it is the first fact about it', () => {
    const facts = new Story().outcome('RecordPurchase', { amount: usd(1), occurredAt: '2026-03-01' }, { registerUnknown: true });
    expect(facts.map(({ type, precision }) => [type, precision])).toEqual([
      ['CustomerRegistered', 'day'],
      ['PurchaseRecorded', 'day'],
    ]);
  });

  it('may be today wherever that is on earth', () => {
    expect(registered().outcome('RecordVisit', { occurredAt: '2026-03-16' })).toHaveLength(1);
    expect(registered().refusal('RecordVisit', { occurredAt: '2026-03-17' }).code).toBe('occurred-in-future');
    expect(registered().refusal('RecordVisit', { occurredAt: '2026-03-16T00:00:00Z' }).code).toBe('occurred-in-future');
  });

  it.each([
    ['2026-03-10', '2026-03-10'],
    ['2026-03-10T20:00:00Z', '2026-03-10'],
    ['2026-03-10', '2026-03-10T00:00:00Z'],
    // 20:00 in New York on the 10th
    ['2026-03-11T01:00:00Z', '2026-03-10'],
  ])('bought %s may go back %s', (purchase, goneBack) => {
    bought(purchase).given('RecordReturn', returning(goneBack));
  });

  it.each([
    ['2026-03-10', '2026-03-09'],
    ['2026-03-10T20:00:00Z', '2026-03-09'],
    ['2026-03-10', '2026-03-09T09:00:00Z'],
  ])('bought %s cannot go back %s', (purchase, goneBack) => {
    const { code, detail } = bought(purchase).refusal('RecordReturn', returning(goneBack));
    expect(code).toBe('before-purchase');
    expect(detail).toContain(`is of ${purchase}:`);
  });

  it('is told apart from a time in every refusal that names it', () => {
    const cancelled = registered()
      .given('StartSubscription', { subscriptionId: 'S', plan: 'p', price: usd(1), interval: 'P1M', occurredAt: '2026-03-02' })
      .given('CancelSubscription', { subscriptionId: 'S', reasonCode: 'pricing', occurredAt: '2026-03-02' });
    expect(cancelled.refusal('CancelSubscription', { subscriptionId: 'S', reasonCode: 'pricing' }).detail).toContain('at 2026-03-02:');
    const closed = registered().given('CloseCustomer', { reason: 'moved', occurredAt: '2026-03-03' });
    expect(closed.refusal('RecordVisit').detail).toContain('closed since 2026-03-03:');
    const resolved = registered()
      .given('LogComplaint', { complaintId: 'K', subject: 'late', occurredAt: '2026-03-04T15:00:00Z' })
      .given('ResolveComplaint', { complaintId: 'K', resolution: 'sorry', occurredAt: '2026-03-04' });
    expect(resolved.refusal('AcknowledgeComplaint', { complaintId: 'K' }).detail).toContain('at 2026-03-04:');
    expect(resolved.refusal('ReopenComplaint', { complaintId: 'K', reason: 'late', occurredAt: '2026-03-03' }).detail).toMatch(/2026-03-04T15:00:00Z/);
  });
});

it('a renewal may run to the end of its own day, and not to a day before', () => {
  const subscribed = registered().given('StartSubscription', { subscriptionId: 'S', plan: 'p', price: usd(1), interval: 'P1M', occurredAt: '2026-03-02' });
  const renewal = (until: string) => ({ subscriptionId: 'S', occurredAt: '2026-03-03T15:00:00Z', until });
  expect(subscribed.outcome('RenewSubscription', renewal('2026-03-03'))[0]?.data).toMatchObject({ until: '2026-03-03' });
  expect(subscribed.refusal('RenewSubscription', renewal('2026-03-02')).code).toBe('ends-before-it-begins');
});
