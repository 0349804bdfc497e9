import type { Samples } from '../testing/samples.js';

export const samples: Samples = [
  [
    'RecordSatisfaction',
    { occurredAt: '2025-09-10T08:00:00Z', satisfactionId: 'N-1', metric: 'nps', score: 3, about: 'K-1', comment: 'Twice late.', note: 'n' },
  ],
  [
    'CorrectSatisfaction',
    {
      satisfactionId: 'N-1',
      occurredAt: '2025-09-11',
      metric: 'scale',
      score: 2,
      min: 1,
      max: 7,
      about: 'K-1',
      comment: 'Never came.',
      reason: 'read wrong',
      note: 'n',
    },
  ],
  ['VoidSatisfaction', { satisfactionId: 'N-1', reason: 'typed twice', note: 'n' }],
];
