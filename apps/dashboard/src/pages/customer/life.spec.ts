import { lifeOf } from './life.js';

const event = (name: string, time: string, data: object) =>
  ({ type: `tenure.customer.${name}.v1`, time, data }) as unknown as Parameters<typeof lifeOf>[0][number];
const euros = (minor: number) => ({ minor, currency: 'EUR' });
const bought = (orderId: string, time: string) => event('PurchaseRecorded', time, { orderId, amount: euros(100) });
const complained = event('ComplaintLogged', '2026-02-01T00:00:00Z', { complaintId: 'k1' });

describe('the life of a customer', () => {
  it('has purchases in the order of their moments, whatever the order of the log', () => {
    const { purchases } = lifeOf([bought('o2', '2026-02-01T00:00:00Z'), bought('o1', '2026-01-01T00:00:00Z')]);
    expect(purchases.map(({ id }) => id)).toEqual(['o1', 'o2']);
  });

  it('has what was corrected as it counts now, and nothing that was voided', () => {
    const { purchases, returns } = lifeOf([
      bought('o1', '2026-01-01T00:00:00Z'),
      bought('o2', '2026-01-02T00:00:00Z'),
      event('PurchaseReturned', '2026-01-03T00:00:00Z', { returnId: 'r1', amount: euros(50) }),
      event('PurchaseCorrected', '2026-01-04T00:00:00Z', { orderId: 'o1', now: { occurredAt: '2025-12-31T00:00:00Z', amount: euros(70) } }),
      event('PurchaseVoided', '2026-01-05T00:00:00Z', { orderId: 'o2' }),
      event('ReturnVoided', '2026-01-06T00:00:00Z', { returnId: 'r1' }),
    ]);
    expect(purchases).toEqual([{ id: 'o1', at: '2025-12-31T00:00:00Z', amount: euros(70) }]);
    expect(returns).toEqual([]);
  });

  it('has a complaint open until it is resolved, and open again once it is reopened', () => {
    const resolved = event('ComplaintResolved', '2026-02-05T00:00:00Z', { complaintId: 'k1' });
    const reopened = event('ComplaintReopened', '2026-02-06T00:00:00Z', { complaintId: 'k1' });
    expect(lifeOf([complained]).complaints).toEqual([{ id: 'k1', from: '2026-02-01T00:00:00Z', until: null }]);
    expect(lifeOf([complained, resolved]).complaints[0]!.until).toBe('2026-02-05T00:00:00Z');
    expect(lifeOf([complained, resolved, reopened]).complaints[0]!.until).toBeNull();
  });

  it('has a corrected complaint end with its last step', () => {
    const steps = [
      { step: 'resolved', occurredAt: '2026-02-03T00:00:00Z' },
      { step: 'acknowledged', occurredAt: '2026-02-04T00:00:00Z' },
    ];
    const corrected = event('ComplaintCorrected', '2026-03-01T00:00:00Z', { complaintId: 'k1', now: { occurredAt: '2026-01-30T00:00:00Z', steps } });
    expect(lifeOf([complained, corrected]).complaints).toEqual([{ id: 'k1', from: '2026-01-30T00:00:00Z', until: '2026-02-03T00:00:00Z' }]);
  });

  it('leaves out what has no mark on it', () => {
    expect(lifeOf([event('CustomerRegistered', '2026-01-01T00:00:00Z', {})])).toEqual({ purchases: [], returns: [], complaints: [], visits: [] });
  });
});
