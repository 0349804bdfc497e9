import type { Samples } from '../testing/samples.js';
import { usd } from '../testing/story.js';

export const samples: Samples = [
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
  [
    'CorrectComplaint',
    {
      complaintId: 'K-1',
      occurredAt: '2025-09-02',
      subject: 'parcel lost',
      severity: 'critical',
      product: 'green-lamp',
      orderId: null,
      channel: 'e-mail',
      description: 'It never came.',
      acknowledgedAt: '2025-09-03',
      reason: 'it turned out worse',
      note: 'n',
    },
  ],
  ['VoidComplaint', { complaintId: 'K-1', reason: 'typed twice', note: 'n' }],
];
