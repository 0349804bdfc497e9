import type { Samples } from '../testing/samples.js';
import { usd } from '../testing/story.js';

export const samples: Samples = [
  [
    'RecordPurchase',
    {
      occurredAt: '2025-02-01T10:30:00Z',
      orderId: 'A-1',
      amount: usd(3000),
      channel: 'web',
      product: 'lamps',
      quantity: 3,
      lines: [
        { product: 'blue-lamp', quantity: 2, amount: usd(2000) },
        { product: 'red-lamp', quantity: 1, amount: usd(1000) },
      ],
      note: 'gift',
    },
  ],
  [
    'RecordReturn',
    {
      occurredAt: '2025-02-10T10:30:00Z',
      returnId: 'R-1',
      orderId: 'A-1',
      amount: usd(1000),
      product: 'red-lamp',
      reason: 'too red',
      note: 'n',
    },
  ],
  [
    'CorrectPurchase',
    {
      orderId: 'A-1',
      occurredAt: '2025-02-02',
      amount: usd(2500),
      channel: 'shop',
      product: null,
      quantity: 2,
      lines: [{ product: 'green-lamp', quantity: 2, amount: usd(2500) }],
      reason: 'typed wrong',
      note: 'n',
    },
  ],
  [
    'CorrectReturn',
    {
      returnId: 'R-1',
      occurredAt: '2025-02-11',
      amount: usd(500),
      orderId: 'A-1',
      product: 'green-lamp',
      returnReason: 'too green',
      reason: 'typed wrong',
      note: 'n',
    },
  ],
  ['VoidReturn', { returnId: 'R-1', reason: 'typed twice', note: 'n' }],
  ['VoidPurchase', { orderId: 'A-1', reason: 'typed twice', note: 'n' }],
];
