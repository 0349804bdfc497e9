import { listOf, orNull, text } from '@tenure/shape/schema';
import type { OperationText, ParameterText } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';
import { recordWithAsOf } from '../queries/answer-schemas.js';
import { asAtText } from '../queries/query-text.js';

const types: ParameterText = {
  name: 'types',
  in: 'query',
  description: 'Only these event types, with a comma between, e.g. `PurchaseRecorded,ComplaintLogged`.',
  schema: { type: 'string' },
};
const limit: ParameterText = {
  name: 'limit',
  in: 'query',
  description: 'At most so many.',
  schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
};
const format: ParameterText = { name: 'format', in: 'query', description: 'Wins over `Accept`.', schema: { type: 'string', enum: ['json', 'ndjson'] } };

const list = recordWithAsOf({ items: listOf(refer('CloudEvent')), next: orNull(text) });

export const eventsText: OperationText = {
  summary: 'All events in the order of the log',
  description:
    'As CloudEvents 1.0. Go on with `after` = `next`; at the end (`next` null) with `after` = `asOf.position`. A page may be short, even empty, before the end.',
  tag: 'events',
  parameters: [
    { name: 'after', in: 'query', description: 'Behind this position; from the beginning without it.', schema: { type: 'string' } },
    types,
    { name: 'actor', in: 'query', description: 'Only those recorded by this actor, as events name it.', schema: { type: 'string' } },
    asAtText,
    limit,
    format,
  ],
  answers: { 200: { description: 'A page of events.', type: ['application/json', 'application/x-ndjson'], schema: list, line: refer('CloudEvent') } },
};

const ofStream = {
  tag: 'events',
  parameters: [
    { name: 'from', in: 'query', description: 'From this revision on.', schema: { type: 'integer', minimum: 0, default: 0 } },
    asAtText,
    limit,
    format,
  ],
  answers: { 200: { description: 'A page of events.', type: ['application/json', 'application/x-ndjson'], schema: list, line: refer('CloudEvent') } },
} satisfies Omit<OperationText, 'summary'>;

export const customerEventsText: OperationText = {
  summary: 'The history of one customer',
  description: 'As CloudEvents 1.0, by revision. Go on with `from` = `next`.',
  ...ofStream,
};

export const streamEventsText: OperationText = {
  summary: 'The history of one stream: of a customer, a model, a projection',
  description: 'As CloudEvents 1.0, by revision. Go on with `from` = `next`. Each kind of stream says who may read it: 403 for others.',
  ...ofStream,
};

export const oneStreamEventsText: OperationText = {
  summary: 'The history of a kind that has one stream: publications, restores, the vault',
  description: 'As CloudEvents 1.0, by revision. Go on with `from` = `next`.',
  ...ofStream,
};

export const eventStreamText: OperationText = {
  summary: 'Events as they are recorded (server-sent events)',
  description:
    'Each message is one CloudEvent; its id is the position, so that a browser or client that reconnects with `Last-Event-ID` misses nothing and gets nothing twice. ' +
    'Starts with what is recorded from now on; behind a position with `after`; with the whole history with `after=beginning`.',
  tag: 'events',
  parameters: [
    { name: 'after', in: 'query', description: 'Behind this position, or `beginning`.', schema: { type: 'string' } },
    types,
    { name: 'Last-Event-ID', in: 'header', description: 'Wins over `after`.', schema: { type: 'string' } },
  ],
  answers: { 200: { description: 'An endless stream.', type: 'text/event-stream' } },
};
