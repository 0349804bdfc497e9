import { severities } from '@tenure/customer';
import { described, integer, listOf, moneyTotal, number, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { presentSchema, spanSchemas } from '../shared/calendar/schemas.js';
import { stillSealed } from '../shared/reading/open-personal.js';
import { statuses } from './complaint.js';
import { complaintsDefinition } from './definition.js';

const { fields } = complaintsDefinition;
const bySeverity = record({ ...Object.fromEntries(severities.map((severity) => [severity, integer])), total: integer });

/** `ComplaintList`. */
export const complaintListSchema = described(
  record({
    definition: record({ name: text, timezone: text, ...spanSchemas }),
    items: listOf(
      record(
        {
          customerId: text,
          complaintId: text,
          status: oneOf(statuses),
          severity: oneOf(severities),
          subject: orNull(text),
          product: orNull(text),
          orderId: orNull(text),
          channel: orNull(text),
          openedAt: text,
          acknowledgedAt: orNull(text),
          resolvedAt: orNull(text),
          secondsToResolve: orNull(integer),
          resolution: orNull(text),
          reopened: integer,
          compensation: listOf(moneyTotal),
          sealed: stillSealed,
        },
        ['sealed'],
      ),
    ),
    currencies: listOf(text),
    next: orNull(text),
  }),
  fields,
);

/** `ComplaintSummary`. */
export const complaintSummarySchema = described(
  record({
    definition: record({ name: text, granularity: text, timezone: text, present: presentSchema, ...spanSchemas }),
    openNow: bySeverity,
    periods: listOf(
      record(
        {
          start: text,
          opened: bySeverity,
          acknowledged: bySeverity,
          resolved: bySeverity,
          reopened: bySeverity,
          timeToResolve: listOf(record({ upToHours: orNull(integer), count: integer })),
          meanHoursToResolve: orNull(number),
          compensation: listOf(moneyTotal),
          inProgress: { type: 'boolean', const: true },
        },
        ['inProgress'],
      ),
    ),
  }),
  // The page explains these words for one complaint; here they count steps.
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'reopened')),
);
