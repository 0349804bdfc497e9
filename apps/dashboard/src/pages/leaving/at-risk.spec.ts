import { atRisk } from './at-risk.js';

const leftOut = { objected: 10, closed: 42, noPurchase: 0, noPurchaseInCurrency: 0, probablyGone: 2744, lessLikely: 1687 };
const group = (minor: number | string | null) => ({
  group: 'web',
  customers: 1,
  probablyGone: 0,
  meanProbability: 0.6,
  value: null,
  valueAtRisk: minor === null ? null : { minor, currency: 'EUR' },
});

describe('how much is at risk', () => {
  it('counts the listed among all who probably still buy, and adds up the channels', () => {
    expect(atRisk({ customers: 517, leftOut, groups: [group(100), group('23')], currency: 'EUR' })).toEqual({
      listed: 517,
      among: 2204,
      value: { minor: 123, currency: 'EUR' },
    });
  });

  it('has no value without a model of spend', () => {
    expect(atRisk({ customers: 517, leftOut, groups: [group(null)], currency: 'EUR' })?.value).toBeNull();
  });

  it('is nothing while there is no list', () => {
    expect(atRisk({ currency: null })).toBeNull();
  });
});
