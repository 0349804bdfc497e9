import type { TimeValue } from '../fields/dates/cell-time.js';
import { timeText } from '../fields/dates/time-text.js';
import { objectionWords } from '../mapping/vocabulary/facts.js';
import { objectorWords } from './enumerated.js';
import { identifyingFields, kindOf, type RowBasis } from './kind.js';
import { registering } from './registering.js';

interface ObjectionRow extends RowBasis {
  readonly occurred_at: TimeValue;
  readonly objected_by?: string;
  readonly channel?: string;
  readonly statement?: string;
}

/** One customer per row who objects to automated scoring. An unknown one is registered, so that the objection holds from the first purchase on. */
export const objections = kindOf<ObjectionRow>({
  name: 'objections',
  fields: {
    ...identifyingFields,
    occurred_at: { type: 'time', required: true },
    objected_by: { type: 'word', words: objectorWords },
    channel: { type: 'text' },
    statement: { type: 'text' },
  },
  words: objectionWords,
  key: null,
  core: ['occurred_at'],
  takesAttributes: false,
  steps(row, firstOfCustomer) {
    const { customer_id: customerId, objected_by: objectedBy, channel, statement } = row;
    const occurredAt = timeText(row.occurred_at);
    const data = { customerId, occurredAt, objectedBy, channel, statement };
    return [...registering(row, occurredAt, firstOfCustomer), { name: 'ObjectToScoring', registers: true, data }];
  },
});
