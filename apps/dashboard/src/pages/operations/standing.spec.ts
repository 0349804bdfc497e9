import { isWell, standingOf } from './standing.js';

const projection = { projection: 'retention', version: 1, position: '1', parked: 0, building: null, lagEvents: 0, lagMs: 0 };
const well = { projections: [projection], failure: null, warning: null, scrub: null, fileCheck: null };

it('an engine of which nothing needs somebody is well', () => {
  expect(isWell(standingOf(well))).toBe(true);
});

it.each([
  ['a read model that lags', { ...well, projections: [{ ...projection, lagMs: 5_001 }] }, { behind: 1 }],
  ['parked customers', { ...well, projections: [projection, { ...projection, parked: 2 }] }, { parked: 2 }],
  ['a finding of the quick check', { ...well, fileCheck: { checkedAt: '', log: ['row 1'] } }, { damaged: 1 }],
  ['a failure', { ...well, failure: 'The disk is full.' }, { said: ['The disk is full.'] }],
])('%s is told', (_case, status, expected) => {
  const standing = standingOf(status);
  expect([isWell(standing), standing]).toEqual([false, expect.objectContaining(expected)]);
});
