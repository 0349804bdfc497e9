import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { kindOf, type RowBasis } from './kind.js';

interface SatisfactionRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly metric: string;
  readonly score: number;
  readonly min?: number;
  readonly max?: number;
  readonly about?: string;
  readonly comment?: string;
}

/** One answer a row: how satisfied a customer is. */
export const satisfaction = kindOf<SatisfactionRow>({
  name: 'satisfaction',
  fields: {
    customer_id: { type: 'text', required: true },
    occurred_at: { type: 'time', required: true },
    metric: { type: 'text', required: true },
    score: { type: 'number', required: true },
    min: { type: 'number' },
    max: { type: 'number' },
    about: { type: 'text' },
    comment: { type: 'text' },
  },
  key: null,
  core: ['occurred_at', 'metric', 'score'],
  takesAttributes: false,
  steps({ customer_id, occurred_at, metric, score, min, max, about, comment }) {
    const data = { customerId: customer_id, occurredAt: timeText(occurred_at), metric, score, min, max, about, comment };
    return [{ name: 'RecordSatisfaction', registers: true, data }];
  },
});
