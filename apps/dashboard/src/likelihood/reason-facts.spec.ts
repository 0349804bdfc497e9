import { type Reason, reasonFacts, type Score } from './reason-facts.js';

const score = (facts: Partial<Score['facts']> = {}): Pick<Score, 'facts' | 'about'> => ({
  about: '2026-09-30',
  facts: { purchases: 65, firstPurchase: '2024-12-21', lastPurchase: '2026-08-28', daysSinceLastPurchase: 33, ...facts },
});
const reason = (feature: string, value: number | null, typical: number | null = null): Reason => ({ feature, value, typical, contribution: 1, text: '' });

describe('the facts of a reason', () => {
  it('tell the silence, and the usual gap over the days with a purchase', () => {
    expect(reasonFacts(reason('recency-against-own-rhythm', 3.43, 0.59), score())).toMatchObject({ silence: 33, gap: 10 });
  });

  it('have no gap for one who bought once, whose recency is told all the same', () => {
    const once = score({ purchases: 1, lastPurchase: '2024-12-21' });
    expect(reasonFacts(reason('recency-against-own-rhythm', null), once)).toMatchObject({ silence: 33, gap: null });
  });

  it('are none where the value is not known', () => {
    expect(reasonFacts(reason('satisfaction', null, 0.9), score())).toBeNull();
  });

  it('tell an age in days, in whatever unit the model counts', () => {
    const inDays = reasonFacts(reason('age', 648, 369), score());
    const inWeeks = reasonFacts(reason('age', 648 / 7, 369 / 7), score());
    expect(inDays).toMatchObject({ value: 648, typical: 369 });
    expect(inWeeks).toEqual({ ...inDays, points: expect.any(Number) });
  });

  it('tell a fall of satisfaction in points below', () => {
    expect(reasonFacts(reason('satisfaction-trend', -0.2), score())).toMatchObject({ points: 20, direction: 'below' });
  });
});
