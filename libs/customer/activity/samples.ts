import type { Samples } from '../testing/samples.js';

export const samples: Samples = [
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
    'CorrectVisit',
    {
      visitId: 'V-1',
      occurredAt: '2025-09-01',
      channel: 'video',
      subject: 'price',
      result: 'content',
      place: null,
      reason: 'another visit was meant',
      note: 'n',
    },
  ],
  ['VoidVisit', { visitId: 'V-1', reason: 'typed twice', note: 'n' }],
];
