import type { ReadModel } from '@tenure/querying';
import { jsonSchemas } from '@tenure/shape';
import { accessSchema } from '../access/access-text.js';
import { commandLineSchema } from '../commands/command-line-schema.js';
import { ResolveCustomerRequest } from '../customers/requests.js';
import { definitionLineSchema, definitionSchema } from '../definitions/definition-schemas.js';
import { manifestSchema } from '../exports/manifest-schema.js';
import { statusSchema } from '../health/health-schemas.js';
import { importLineSchema, presetSchema } from '../imports/import-schemas.js';
import { createdKeySchema, keySchema } from '../keys/key-schemas.js';
import { CreateKeyRequest, RevokeKeyRequest } from '../keys/requests.js';
import { BacktestModel, FitModel, FitModelRequest, PromoteModel, RetireModel } from '../models/fit-request.js';
import { acceptedModelCommandSchema, backtestSchema, fitSchema, listedModelSchema } from '../models/model-schemas.js';
import { parkedSchema, rebuildSchema, replaySchema } from '../operations/operation-schemas.js';
import { DiscardRequest, PublicationRequest, RebuildRequest } from '../operations/requests.js';
import type { CommandRoute } from '../ports.js';
import { answerSchemas } from '../queries/answer-schemas.js';
import { refer } from './refer.js';

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
    errors: { type: 'array', items: refer('Fault') },
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
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'datacontenttype',
    'recordedtime',
    'sequence',
    'partitionkey',
    'revision',
    'actor',
    'commandid',
    'data',
  ],
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

/** `components.schemas`: what the edge itself speaks, the bodies of all commands, and the answers of all queries. */
export function componentSchemas(commands: readonly CommandRoute[], readModels: readonly ReadModel[]): Record<string, object> {
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
    ...answerSchemas(readModels),
    AcceptedCommand: accepted,
    AccessRecord: accessSchema,
    AcceptedModelCommand: acceptedModelCommandSchema,
    AsOf: asOf,
    CloudEvent: cloudEvent,
    CommandLine: commandLineSchema,
    CreatedKey: createdKeySchema,
    DefinitionLine: definitionLineSchema,
    Definition: definitionSchema,
    ExportManifest: manifestSchema,
    Fault: fault,
    ImportLine: importLineSchema,
    ImportPreset: presetSchema,
    Key: keySchema,
    ListedModel: listedModelSchema,
    ModelBacktest: backtestSchema,
    ModelFit: fitSchema,
    ParkedCustomer: parkedSchema,
    Problem: problem,
    Rebuild: rebuildSchema,
    Replay: replaySchema,
    Status: statusSchema,
  };
}
