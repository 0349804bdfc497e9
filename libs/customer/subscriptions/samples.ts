import type { Samples } from '../testing/samples.js';

export const samples: Samples = [
  [
    'StartSubscription',
    {
      occurredAt: '2025-03-01T00:00:00Z',
      subscriptionId: 'S-1',
      plan: 'basic',
      price: { minor: 999, currency: 'EUR' },
      interval: 'P1M',
      quantity: 1,
      note: 'n',
    },
  ],
  [
    'ChangeSubscription',
    {
      occurredAt: '2025-03-20T00:00:00Z',
      subscriptionId: 'S-1',
      plan: 'plus',
      price: { minor: 4999, currency: 'EUR' },
      interval: 'P1Y',
      quantity: 2,
      note: 'n',
    },
  ],
  [
    'RenewSubscription',
    {
      occurredAt: '2025-04-01T00:00:00Z',
      subscriptionId: 'S-1',
      amount: { minor: 4999, currency: 'EUR' },
      until: '2026-04-01T00:00:00Z',
      note: 'n',
    },
  ],
  [
    'CancelSubscription',
    {
      occurredAt: '2025-09-01T00:00:00Z',
      subscriptionId: 'S-1',
      reasonCode: 'competition',
      reason: 'found it cheaper',
      note: 'n',
    },
  ],
];
