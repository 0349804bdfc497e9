import type { MoneyAmount } from '@tenure/customer';
import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { complaintWords } from '../mapping/vocabulary/facts.js';
import { severityWords } from './enumerated.js';
import { identifyingFields, kindOf, type RowBasis, type Step } from './kind.js';
import { registering } from './registering.js';

interface ComplaintRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly complaint_id?: string;
  readonly subject: string;
  readonly severity?: string;
  readonly product?: string;
  readonly order_id?: string;
  readonly channel?: string;
  readonly description?: string;
  readonly resolved_at?: TimeValue;
  readonly resolution?: string;
  readonly compensation?: MoneyAmount;
  readonly currency?: string;
}

/** One complaint per row, with its resolution once there is one: the same row imported again later resolves it. */
export const complaints = kindOf<ComplaintRow>({
  name: 'complaints',
  fields: {
    ...identifyingFields,
    occurred_at: { type: 'time', required: true },
    complaint_id: { type: 'text', required: true },
    subject: { type: 'text', required: true },
    severity: { type: 'word', words: severityWords },
    product: { type: 'text' },
    order_id: { type: 'text' },
    channel: { type: 'text' },
    description: { type: 'text' },
    resolved_at: { type: 'time' },
    resolution: { type: 'text' },
    compensation: { type: 'money' },
    currency: { type: 'text' },
  },
  words: complaintWords,
  key: 'complaint_id',
  core: ['occurred_at', 'subject'],
  takesAttributes: false,
  corrections: { LogComplaint: { name: 'CorrectComplaint', id: 'complaintId' } },
  steps(row, firstOfCustomer) {
    const occurredAt = timeText(row.occurred_at);
    const first = registering(row, occurredAt, firstOfCustomer);
    const { customer_id: customerId, complaint_id: complaintId, subject, severity, product, order_id: orderId, channel, description } = row;
    const data = { customerId, occurredAt, complaintId, subject, severity, product, orderId, channel, description };
    const logged: Step = { name: 'LogComplaint', registers: true, data };
    if (row.resolved_at === undefined) return [...first, logged];
    const { resolution = 'resolved', compensation } = row;
    const resolved = { customerId, occurredAt: timeText(row.resolved_at), complaintId, resolution, compensation };
    return [...first, logged, { name: 'ResolveComplaint', data: resolved, timeField: 'resolved_at', part: row.resolved_at.asWritten }];
  },
});
