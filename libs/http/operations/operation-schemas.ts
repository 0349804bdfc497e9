import { integer, listOf, number, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';
import { recordWithAsOf } from '../queries/answer-schemas.js';

const flag = { type: 'boolean' };

/** `ParkedCustomer`. */
export const parkedSchema = record({
  projection: text,
  customerId: { ...text, description: 'In a read model that is not about customers: the id of the stream, e.g. of a model.' },
  revision: integer,
  eventType: text,
  reason: text,
  parkedAt: { ...text, format: 'date-time' },
});

export const retriedSchema = record({ parked: flag, reason: text }, ['reason']);

export const publicationSchema = record({ position: text });

/** `RebuildStatus`. */
export const rebuildSchema = record(
  {
    id: text,
    projection: { ...orNull(text), description: 'Null: every projection.' },
    check: flag,
    state: oneOf(['running', 'done', 'failed', 'cancelled']),
    events: { ...orNull(integer), description: 'Folded so far; null where the log cannot count.' },
    totalEvents: orNull(integer),
    etaSeconds: orNull(number),
    startedAt: { ...text, format: 'date-time' },
    reason: text,
    result: record(
      {
        identical: { ...flag, description: 'Of a check: whether live and rebuilt are the same bytes.' },
        differences: {
          ...listOf(record({ projection: text, customerId: orNull(text), field: text, change: oneOf(['changed', 'added', 'removed']) })),
          description: 'Of a check: where read models say something else than their events, the first of each; possible tampering.',
        },
        verified: record({
          events: { ...integer, description: 'Events of the log that are what was recorded.' },
          unchecked: { ...integer, description: 'How many of them have nothing to tell by.' },
        }),
        digest: text,
        events: orNull(integer),
        seconds: number,
        eventsPerSecond: orNull(number),
      },
      ['identical', 'differences', 'verified', 'digest'],
    ),
  },
  ['reason', 'result'],
);

/** `Replay`: the counts over all customers. */
export const replaySchema = recordWithAsOf({
  events: integer,
  seconds: number,
  readModels: listOf(record({ name: text, documents: integer, digest: text })),
});

/** For one customer it is the customer's page. */
export const replayedSchema = { anyOf: [refer('Replay'), refer('CustomerAnswer')] };
