import { importQuery, importState } from './state.js';

it('an address without options is an import of purchases that finds out everything by itself', () => {
  const state = importState({});
  expect(state).toEqual({ kind: 'purchases' });
  expect(importQuery(state, 'orders.csv', true)).toEqual({ fileName: 'orders.csv', dryRun: true });
});

it('what an address says is said to the engine, and its map as JSON', () => {
  const state = importState({ kind: 'visits', currency: 'EUR', skipLines: 3, decimal: '', map: { customer_id: 'Nr', note: 7 } });
  expect(state).toEqual({ kind: 'visits', currency: 'EUR', skipLines: '3', map: { customer_id: 'Nr' } });
  expect(importQuery(state, 'a.csv', false)).toEqual({ currency: 'EUR', skipLines: '3', map: '{"customer_id":"Nr"}', fileName: 'a.csv', dryRun: false });
});

it.each([[{ kind: 'nonsense' }], [{ map: 'customer_id=Nr' }], [{ map: [1] }], [{ map: {} }], [{ unknown: 'x' }]])('%j is left out', (search) => {
  expect(importState(search)).toEqual({ kind: 'purchases' });
});
