import { fitIsDue } from './refit-policy.js';

const known = (purchaseDays: number, checksum = 1) => ({ checksum, customers: 1_000, purchaseDays, repeatPurchaseDays: purchaseDays - 1_000 });

describe('a fit without being asked', () => {
  it('is due as soon as there is enough', () => {
    expect(fitIsDue(known(1_199), null, 'settled')).toBe(false);
    expect(fitIsDue(known(1_200), null, 'settled')).toBe(true);
  });

  it('is due again when a fifth is new, or an import has ended, at once; any other purchase day waits for a quiet minute', () => {
    const last = { purchaseDays: 3_000, checksum: 1 };
    expect([2_900, 2_901, 3_000, 3_001, 3_099, 3_100, 3_600].map((days) => fitIsDue(known(days), last, 'settled'))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(fitIsDue(known(3_001, 2), last, 'quiet')).toBe(true);
    expect(fitIsDue(known(3_000, 1), last, 'quiet')).toBe(false);
    expect(fitIsDue(known(1_210), { purchaseDays: 1_000, checksum: 1 }, 'settled')).toBe(true);
  });

  it('is due once the log is quiet and a return, a correction, or a fit of a version that recorded less makes it so', () => {
    expect(fitIsDue(known(3_000, 2), { purchaseDays: 3_000, checksum: 1 }, 'quiet')).toBe(true);
    expect(fitIsDue(known(3_000, 2), { purchaseDays: 3_000, checksum: 1 }, 'settled')).toBe(false);
    expect(fitIsDue(known(3_000), { purchaseDays: 3_000 }, 'quiet')).toBe(true);
  });
});
