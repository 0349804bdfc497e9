import type { Samples } from '../testing/samples.js';

export const samples: Samples = [
  [
    'RegisterCustomer',
    {
      occurredAt: '2025-01-02T09:00:00Z',
      party: 'person',
      personal: {
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        phone: '+44 20 7946 0000',
        address: '12 St James’s Square, London',
        birthDate: '1984-05-17',
      },
      attributes: { region: 'north', vip: true, score: 7.5 },
      note: 'by post',
    },
  ],
  [
    'ChangeCustomerDetails',
    {
      occurredAt: '2025-01-03T09:00:00Z',
      party: 'household',
      personal: { phone: null, name: 'Ada King' },
      attributes: { region: 'south', vip: null },
      note: 'married',
    },
  ],
  ['CloseCustomer', { occurredAt: '2025-10-01T00:00:00Z', reason: 'moved abroad', note: 'n' }],
  ['ReopenCustomer', { occurredAt: '2025-11-01T00:00:00Z', reason: 'came back', note: 'n' }],
];
