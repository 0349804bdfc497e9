import { copyState } from './copy-state.js';
import type { CustomerState } from './state.js';

/** Of every kind of value that a state holds. */
const state = () => ({
  registered: true,
  since: null,
  amount: 9007199254740993n,
  byOrder: new Map([['A-1', { lines: [{ product: 'lamp', returned: [1] }], at: { occurredAt: '2026-01-01' } }]]),
  known: new Set(['x']),
  list: [[1], [2]],
});
const copied = (value: object) => copyState(value as unknown as CustomerState) as unknown as ReturnType<typeof state>;

it('a copy is equal, and nothing of it is the original', () => {
  const original = state();
  const copy = copied(original);
  expect(copy).toEqual(original);
  copy.byOrder.get('A-1')!.lines[0]!.returned.push(2);
  copy.byOrder.get('A-1')!.at.occurredAt = 'other';
  copy.byOrder.set('A-2', { lines: [], at: { occurredAt: '' } });
  copy.known.add('y');
  copy.list[0]!.push(9);
  expect(original).toEqual(state());
});
