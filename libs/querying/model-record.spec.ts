import type { RecordedEvent } from '@tenure/event-log';
import { currenciesOf, fitInForce, latestFit, modelRecord } from './index.js';

type Given = readonly [type: string, data: object];

const record = (...events: readonly Given[]) =>
  modelRecord(events.map(([type, data], revision) => ({ type, data, revision, position: `p${revision}`, recordedAt: revision }) as unknown as RecordedEvent));
const fit = (more: object = {}): Given => [
  'ModelFitted',
  { currency: null, population: 'all', timeUnit: 'week', until: null, customers: 10, transactions: 20, purchaseDays: 30, ...more },
];
const promoted = (revision: number, currency: string | null = null): Given => ['ModelPromoted', { fit: revision, currency, reason: null }];
const retired = (currency: string | null = null): Given => ['ModelRetired', { currency, reason: null }];
const inForce = (currency: string | null, ...events: readonly Given[]) => fitInForce(record(...events), currency)?.position ?? null;

describe('the fit in force', () => {
  it('is the latest on everything, in the default unit', () => {
    expect(inForce(null)).toBeNull();
    expect(inForce(null, fit(), fit())).toBe('p1');
    for (const tried of [{ until: '1997-09-30' }, { timeUnit: 'day' }, { population: 'first-purchase=1997-01-01..1997-03-31' }]) {
      expect(inForce(null, fit(), fit(tried))).toBe('p0');
      expect(inForce(null, fit(tried))).toBeNull();
    }
  });

  it('is the one promoted, whatever is fitted later, until it is retired', () => {
    const events = [fit(), fit({ until: '1997-09-30' }), promoted(1), fit()];
    expect(inForce(null, ...events)).toBe('p1');
    expect(inForce(null, ...events, promoted(0))).toBe('p0');
    expect(inForce(null, ...events, retired())).toBe('p3');
  });

  it('is one for each currency', () => {
    const [euro, yuan] = [fit({ currency: 'EUR', timeUnit: null }), fit({ currency: 'CNY', timeUnit: null })];
    expect(['EUR', 'CNY', 'USD'].map((currency) => inForce(currency, euro, yuan, euro))).toEqual(['p2', 'p1', null]);
    expect(inForce('EUR', euro, yuan, euro, promoted(0, 'EUR'), yuan, retired('CNY'))).toBe('p0');
    expect(currenciesOf(record(euro, yuan, euro))).toEqual(['CNY', 'EUR']);
    expect(latestFit(record(euro, yuan), 'EUR')?.position).toBe('p0');
  });

  it('of 0.1.0, which recorded no until, is told by whether it has seen every purchase day', () => {
    const { until: _, ...old } = fit()[1] as { until: null };
    expect(inForce(null, ['ModelFitted', old])).toBe('p0');
    expect(inForce(null, ['ModelFitted', old], ['ModelFitted', { ...old, transactions: 12 }])).toBe('p0');
    expect(inForce('EUR', ['ModelFitted', { ...old, currency: 'EUR', timeUnit: null, transactions: 5 }])).toBe('p0');
  });
});
