import type { Schemas } from '@tenure/client/browser';
import { closestOf } from './closest.js';

const listed = (model: string, aic: number, checksum = 7) => ({ model, fitted: { aic, checksum } as Schemas['ModelFit'] });

it('the model of the lowest AIC, and by how much, whatever the order', () => {
  const items = [listed('nbd', 300), listed('bg-nbd', 210), listed('mbg-nbd', 200), listed('gamma-gamma', 10)];
  for (const order of [items, items.toReversed()]) expect(closestOf(order)).toEqual({ model: 'mbg-nbd', next: 'bg-nbd', by: 10 });
});

it('fits of other purchases are not compared, nor is one alone', () => {
  expect(closestOf([listed('nbd', 300), listed('bg-nbd', 200, 8)])).toBeNull();
  expect(closestOf([listed('nbd', 300), { model: 'bg-nbd', fitted: null }])).toBeNull();
  expect(closestOf([])).toBeNull();
});
