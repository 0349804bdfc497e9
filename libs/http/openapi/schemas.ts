import { jsonSchemas } from '@tenure/shape';
import { ResolveCustomerRequest } from '../customers/requests.js';
import { CreateKeyRequest, RevokeKeyRequest } from '../keys/requests.js';
import { BacktestModel, FitModel, FitModelRequest, PromoteModel, RetireModel } from '../models/fit-request.js';
import { DiscardRequest, PublicationRequest, RebuildRequest } from '../operations/requests.js';
import type { CommandRoute } from '../ports.js';

const time = { type: 'string', format: 'date-time' };

const fault = {
  type: 'object',
  required: ['pointer', 'code', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'RFC 6901 pointer into the body, or `/<parameter>`.' },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
};

const problem = {
  type: 'object',
  description: 'RFC 9457. `type` is one of those at `/docs/problems`.',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors', 'requestId', 'retryable'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong and what to do, for a person.' },
    code: { type: 'string', description: 'Stable, for programs: the kind, or more exact.' },
    errors: { type: 'array', items: fault },
    requestId: { type: 'string' },
    retryable: { type: 'boolean', description: 'Whether the very same request may succeed later.' },
  },
};

const accepted = {
  type: 'object',
  required: ['commandId', 'customerId', 'revision', 'position', 'events'],
  properties: {
    commandId: { type: 'string' },
    customerId: { type: 'string' },
    revision: { type: 'integer', description: 'Of the customer, after this command.' },
    position: { type: 'string', description: 'Read your own write: give it as `minPosition`.' },
    events: {
      type: 'array',
      items: {
        type: 'object',
        required: ['eventId', 'type', 'revision'],
        properties: { eventId: { type: 'string', format: 'uuid' }, type: { type: 'string' }, revision: { type: 'integer' } },
      },
    },
  },
};

const asOf = {
  type: 'object',
  description: 'How fresh the answer is.',
  required: ['position', 'recordedAt', 'lagMs'],
  properties: {
    position: { type: ['string', 'null'] },
    recordedAt: { type: ['string', 'null'], format: 'date-time' },
    lagMs: { type: 'integer', description: 'How far behind the log.' },
  },
};

const cloudEvent = {
  type: 'object',
  description: 'CloudEvents 1.0.',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'recordedtime', 'sequence', 'revision', 'data'],
  properties: {
    specversion: { type: 'string', enum: ['1.0'] },
    id: { type: 'string', format: 'uuid' },
    source: { type: 'string' },
    type: { type: 'string', examples: ['tenure.customer.PurchaseRecorded.v1'] },
    subject: { type: 'string', description: 'The customer.' },
    time: { ...time, description: 'When it happened.' },
    precision: { type: 'string', enum: ['day'], description: 'Known to the day only: `time` is its midnight in UTC, and no time zone moves it.' },
    datacontenttype: { type: 'string' },
    recordedtime: { ...time, description: 'When the log took it.' },
    sequence: { type: 'string', description: 'The position; sorts as text.' },
    partitionkey: { type: 'string' },
    revision: { type: 'integer' },
    actor: { type: 'string' },
    onbehalfof: { type: 'string', description: 'Who the actor acted for.' },
    commandid: { type: 'string' },
    commandof: { type: 'integer', description: 'How many events the command has.' },
    importid: { type: 'string', description: 'The import that recorded it.' },
    originstream: { type: 'string', description: 'Where the fact was recorded first, with `originrevision` and `originid`, when it was copied.' },
    originrevision: { type: 'integer' },
    originid: { type: 'string', format: 'uuid' },
    correlationid: { type: 'string' },
    causationid: { type: 'string' },
    checksum: { type: 'string', description: 'SHA-256 of what the event says, base64url. Events of version 0.1.0 have none.' },
    data: { type: 'object', description: 'The facts, and the personal part under `personal`.', additionalProperties: true },
  },
};

/** `components.schemas`: what the edge itself speaks, and the bodies of all commands. */
export function componentSchemas(commands: readonly CommandRoute[]): Record<string, object> {
  const requests = [
    FitModel,
    FitModelRequest,
    PromoteModel,
    RetireModel,
    BacktestModel,
    RebuildRequest,
    DiscardRequest,
    PublicationRequest,
    CreateKeyRequest,
    RevokeKeyRequest,
    ResolveCustomerRequest,
  ];
  return {
    ...jsonSchemas([...commands.map(({ shape }) => shape), ...requests]),
    AcceptedCommand: accepted,
    AsOf: asOf,
    CloudEvent: cloudEvent,
    Problem: problem,
  };
}
