import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { kindOf, type RowBasis } from './kind.js';

interface VisitRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly visit_id?: string;
  readonly channel?: string;
  readonly subject?: string;
  readonly result?: string;
  readonly place?: string;
}

/** A contact with a customer a row: a visit, a call, a log-in. */
export const visits = kindOf<VisitRow>({
  name: 'visits',
  fields: {
    customer_id: { type: 'text', required: true },
    occurred_at: { type: 'time', required: true },
    visit_id: { type: 'text' },
    channel: { type: 'text' },
    subject: { type: 'text' },
    result: { type: 'text' },
    place: { type: 'text' },
  },
  key: 'visit_id',
  core: ['occurred_at'],
  takesAttributes: false,
  steps({ customer_id, occurred_at, visit_id, channel, subject, result, place }) {
    const data = { customerId: customer_id, occurredAt: timeText(occurred_at), visitId: visit_id, channel, subject, result, place };
    return [{ name: 'RecordVisit', registers: true, data }];
  },
});
