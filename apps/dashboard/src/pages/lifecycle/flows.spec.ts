import { barOf, latestOver, type Period } from './flows.js';

const period = (given: Partial<Period>): Period => ({ start: '2026-01', new: 0, returning: 0, resurrecting: 0, dormant: 0, active: 0, purchases: 0, ...given });

describe('the bars of a lifecycle', () => {
  it('stack who bought above zero, up to the active customers, and who did not below', () => {
    expect(barOf(period({ new: 3, returning: 10, resurrecting: 2, dormant: 4, active: 15 }))).toEqual([
      { part: 'returning', from: 0, to: 10 },
      { part: 'resurrecting', from: 10, to: 12 },
      { part: 'new', from: 12, to: 15 },
      { part: 'dormant', from: -4, to: 0 },
    ]);
  });

  it('have nothing below zero while the period is in progress', () => {
    expect(barOf(period({ new: 1, dormant: null, inProgress: true })).map(({ part }) => part)).toEqual(['returning', 'resurrecting', 'new']);
  });

  it('are told by the latest period that is over', () => {
    const [first, second, running] = [period({ start: '2026-01' }), period({ start: '2026-02' }), period({ start: '2026-03', inProgress: true })];
    expect(latestOver([first, second, running])).toEqual({ latest: second, before: first });
    expect(latestOver([first, running])).toEqual({ latest: first, before: null });
    expect(latestOver([running])).toBeNull();
  });
});
