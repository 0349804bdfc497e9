import fc from 'fast-check';
import { cellKey, currency, letterOf, whole } from './cell-key.js';

const state = letterOf({ new: 'n', returning: 'r', resurrecting: 's' });
const byState = cellKey('m', state, whole);
const compensation = cellKey('c', currency, whole, '.', whole);

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.constantFrom('new' as const, 'returning' as const, 'resurrecting' as const), fc.integer(), (name, month) => {
      expect(byState.read(byState.of(name, month))).toEqual([name, month]);
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom('USD', 'EUR'), fc.integer(), fc.integer({ min: 0, max: 2 }), (code, month, limb) => {
      expect(compensation.read(compensation.of(code, month, limb))).toEqual([code, month, limb]);
    }),
  );
});

it('writes names as sums are kept under them', () => {
  expect([byState.of('new', 324), byState.of('returning', -1), compensation.of('USD', 324, 0)]).toEqual(['mn324', 'mr-1', 'cUSD324.0']);
});

it.each(['', 'm', 'mn', 'mx324', 'n324', 'mn324.5', 'mn3x'])('takes "%s" for a cell of another kind', (cell) => {
  expect(byState.read(cell)).toBeNull();
});

it('takes what stands between values for no other text', () => {
  expect(compensation.read('cUSD324x0')).toBeNull();
});
