import { fitIsDue } from './refit-policy.js';

const known = (purchaseDays: number) => ({ customers: 1_000, purchaseDays, repeatPurchaseDays: purchaseDays - 1_000 });

describe('a fit without being asked', () => {
  it('is due as soon as there is enough', () => {
    expect(fitIsDue(known(1_199), null, 'settled')).toBe(false);
    expect(fitIsDue(known(1_200), null, 'settled')).toBe(true);
  });

  it('is due again when a fifth is new, or an import has ended, at once; any other purchase day waits for a quiet minute', () => {
    const last = { purchaseDays: 3_000 };
    expect([2_900, 2_901, 3_000, 3_001, 3_099, 3_100, 3_600].map((days) => fitIsDue(known(days), last, 'settled'))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect([2_999, 3_000, 3_001].map((days) => fitIsDue(known(days), last, 'quiet'))).toEqual([true, false, true]);
    expect(fitIsDue(known(1_210), { purchaseDays: 1_000 }, 'settled')).toBe(true);
  });
});
