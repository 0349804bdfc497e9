import { usd } from '../testing/story.js';

/** Commands that make, one after the other, every type of event there is, each once with every field it can carry. */
export const story: readonly (readonly [name: string, fields: object])[] = [
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
      reason: 'too red',
      note: 'n',
    },
  ],
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
  [
    'RecordVisit',
    {
      occurredAt: '2025-09-02T08:00:00Z',
      visitId: 'V-1',
      channel: 'in-person',
      subject: 'contract',
      result: 'wants an offer',
      place: 'London',
      note: 'n',
    },
  ],
  [
    'LogComplaint',
    {
      occurredAt: '2025-09-03T08:00:00Z',
      complaintId: 'K-1',
      subject: 'late delivery',
      severity: 'high',
      product: 'blue-lamp',
      orderId: 'A-1',
      channel: 'telephone',
      description: 'It came a week late.',
      note: 'n',
    },
  ],
  ['AcknowledgeComplaint', { occurredAt: '2025-09-03T09:00:00Z', complaintId: 'K-1', note: 'n' }],
  [
    'ResolveComplaint',
    {
      occurredAt: '2025-09-04T08:00:00Z',
      complaintId: 'K-1',
      resolution: 'sent again',
      compensation: usd(500),
      note: 'n',
    },
  ],
  ['ReopenComplaint', { occurredAt: '2025-09-09T08:00:00Z', complaintId: 'K-1', reason: 'late again', note: 'n' }],
  ['RecordSatisfaction', { occurredAt: '2025-09-10T08:00:00Z', metric: 'nps', score: 3, about: 'K-1', comment: 'Twice late.', note: 'n' }],
  ['CloseCustomer', { occurredAt: '2025-10-01T00:00:00Z', reason: 'moved abroad', note: 'n' }],
  ['ReopenCustomer', { occurredAt: '2025-11-01T00:00:00Z', reason: 'came back', note: 'n' }],
];
