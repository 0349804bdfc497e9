import { asked, type Texts } from '../shared/testing/asked.js';
import { contextOf } from '../shared/testing/context.js';
import type { GivenEvent } from '../shared/testing/events.js';
import { MemorySnapshot } from '../shared/testing/memory-snapshot.js';
import { type TermsHistory, termsHistoryQuery } from './history-query.js';
import { TermsParameters } from './parameters.js';
import { termsProjection } from './projection.js';
import { type Terms, termsQuery } from './terms-query.js';

const margin = (at: string, share: number, from: string): GivenEvent => ({
  type: 'MarginStated',
  at,
  data: { from, currency: 'USD', product: null, share, reason: 'as the accounts say' },
});

/** The example of the definition page. */
const example: GivenEvent[] = [
  margin('2026-01-10', 0.4, '2026-01-01'),
  margin('2026-03-15', 0.35, '2026-04-01'),
  { type: 'TermWithdrawn', at: '2026-05-20', data: { from: '2026-06-01', term: 'margin', currency: 'USD', product: null, reason: 'to be stated again' } },
];

const contextWith = (stated: readonly GivenEvent[]) =>
  contextOf(new MemorySnapshot([termsProjection], {}, { terms: { 'lifetime-value': stated } }), { now: '2026-04-15T00:00:00Z' });
const terms = (stated: readonly GivenEvent[], more: Texts = {}) => termsQuery.run(contextWith(stated), asked(TermsParameters, more)) as Promise<Terms>;

describe('terms of a figure', () => {
  it('answer the example of the definition', async () => {
    const shares = async (about: string) => (await terms(example, { about })).items.map(({ term, currency, share }) => [term, currency, share]);
    expect(await shares('2026-03-31')).toEqual([['margin', 'USD', 0.4]]);
    expect(await shares('2026-04-01')).toEqual([['margin', 'USD', 0.35]]);
    expect(await shares('2026-06-01')).toEqual([]);
  });

  it('are those of today unless a day is named, with who stated them, when and why', async () => {
    expect(await terms(example)).toEqual({
      figure: 'lifetime-value',
      about: '2026-04-15',
      items: [
        {
          term: 'margin',
          currency: 'USD',
          product: null,
          severity: null,
          from: '2026-04-01',
          withdrawn: false,
          share: 0.35,
          rate: null,
          horizon: null,
          amount: null,
          reason: 'as the accounts say',
          statedBy: 'spec',
          statedAt: '2026-03-15T00:00:00.000Z',
          position: '0000000000000002',
        },
      ],
      next: null,
    });
    expect((await terms([])).items).toEqual([]);
  });

  it('have a history in the order of recording, withdrawals among it', async () => {
    const rate: GivenEvent = { type: 'DiscountRateStated', at: '2026-02-01', data: { from: '2026-01-01', rate: 0.12, reason: 'cost of capital' } };
    const { items } = (await termsHistoryQuery.run(contextWith([example[0]!, rate, ...example.slice(1)]), {})) as TermsHistory;
    expect(items.map(({ term, from, share, rate: of, withdrawn }) => [term, from, share ?? of, withdrawn])).toEqual([
      ['margin', '2026-01-01', 0.4, false],
      ['discount-rate', '2026-01-01', 0.12, false],
      ['margin', '2026-04-01', 0.35, false],
      ['margin', '2026-06-01', null, true],
    ]);
  });
});
