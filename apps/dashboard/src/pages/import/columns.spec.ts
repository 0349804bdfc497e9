import { columnsOf, mapAfter } from './columns.js';

it('columns stand in their order, each with what it becomes, by name or by number', () => {
  const source = { columns: ['Nr', 'When', 'Remark'], mapping: { occurred_at: 2, customer_id: 'Nr' }, understood: { occurred_at: 'day first' } };
  expect(columnsOf(source, { customer_id: 'Nr' })).toEqual([
    { name: 'Nr', field: 'customer_id', isGiven: true, written: null },
    { name: 'When', field: 'occurred_at', isGiven: false, written: 'day first' },
    { name: 'Remark', field: null, isGiven: false, written: null },
  ]);
  expect(columnsOf({ ...source, columns: null })).toEqual([]);
});

it('a column is one field, and a field one column', () => {
  const first = mapAfter(undefined, 'A', 'amount');
  expect(first).toEqual({ amount: 'A' });
  expect(mapAfter(first, 'A', 'note')).toEqual({ note: 'A' });
  expect(mapAfter(first, 'B', 'amount')).toEqual({ amount: 'B' });
  expect(mapAfter(first, 'A', null)).toBeUndefined();
});
