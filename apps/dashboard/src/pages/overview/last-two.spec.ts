import { lastTwo } from './last-two.js';

const period = (start: string, of: { dormant?: number | null; inProgress?: true } = {}) => ({
  start,
  new: 1,
  returning: 2,
  resurrecting: 3,
  dormant: 4,
  active: 6,
  purchases: 9,
  ...of,
});

describe('the last two periods', () => {
  it('are those that are over', () => {
    const periods = [period('2026-06'), period('2026-07'), period('2026-08'), period('2026-09', { inProgress: true, dormant: null })];
    expect(lastTwo({ periods })).toEqual({ before: periods[1], last: periods[2] });
  });

  it('are not there before two are over', () => {
    expect(lastTwo({ periods: [period('2026-08'), period('2026-09', { inProgress: true, dormant: null })] })).toBeNull();
    expect(lastTwo({ periods: [] })).toBeNull();
  });
});
