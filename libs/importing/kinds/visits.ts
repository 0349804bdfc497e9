import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { visitWords } from '../mapping/vocabulary/facts.js';
import { identifyingFields, kindOf, type RowBasis } from './kind.js';
import { registering } from './registering.js';

interface VisitRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly visit_id?: string;
  readonly channel?: string;
  readonly subject?: string;
  readonly result?: string;
  readonly place?: string;
}

/** One contact with a customer per row: a visit, a call, a log-in. */
export const visits = kindOf<VisitRow>({
  name: 'visits',
  fields: {
    ...identifyingFields,
    occurred_at: { type: 'time', required: true },
    visit_id: { type: 'text' },
    channel: { type: 'text' },
    subject: { type: 'text' },
    result: { type: 'text' },
    place: { type: 'text' },
  },
  words: visitWords,
  key: 'visit_id',
  core: ['occurred_at'],
  takesAttributes: false,
  corrections: { RecordVisit: { name: 'CorrectVisit', id: 'visitId' } },
  steps(row, firstOfCustomer) {
    const { customer_id, visit_id, channel, subject, result, place } = row;
    const occurredAt = timeText(row.occurred_at);
    const data = { customerId: customer_id, occurredAt, visitId: visit_id, channel, subject, result, place };
    return [...registering(row, occurredAt, firstOfCustomer), { name: 'RecordVisit', registers: true, data }];
  },
});
