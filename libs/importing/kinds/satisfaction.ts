import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { satisfactionWords } from '../mapping/vocabulary/facts.js';
import { metricWords } from './enumerated.js';
import { identifyingFields, kindOf, type RowBasis } from './kind.js';
import { registering } from './registering.js';

interface SatisfactionRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly metric: string;
  readonly score: number;
  readonly min?: number;
  readonly max?: number;
  readonly about?: string;
  readonly comment?: string;
}

/** One answer per row: how satisfied a customer is. */
export const satisfaction = kindOf<SatisfactionRow>({
  name: 'satisfaction',
  fields: {
    ...identifyingFields,
    occurred_at: { type: 'time', required: true },
    metric: { type: 'word', words: metricWords, required: true },
    score: { type: 'number', required: true },
    min: { type: 'number' },
    max: { type: 'number' },
    about: { type: 'text' },
    comment: { type: 'text' },
  },
  words: satisfactionWords,
  key: null,
  core: ['occurred_at', 'metric', 'score'],
  takesAttributes: false,
  corrections: { RecordSatisfaction: { name: 'CorrectSatisfaction', id: 'satisfactionId' } },
  steps(row, firstOfCustomer) {
    const { customer_id, metric, score, min, max, about, comment } = row;
    const occurredAt = timeText(row.occurred_at);
    const data = { customerId: customer_id, occurredAt, metric, score, min, max, about, comment };
    return [...registering(row, occurredAt, firstOfCustomer), { name: 'RecordSatisfaction', registers: true, data }];
  },
});
