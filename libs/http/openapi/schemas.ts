import { jsonSchemas } from '@tenure/shape';
import { record } from '@tenure/shape/schema';
import { accessSchema } from '../access/access-text.js';
import { analysisSchema, partsOfAnalysis } from '../analysis/analysis-schema.js';
import { acceptedFields } from '../commands/accepted-fields.js';
import { commandLineSchema, sentCommandSchema } from '../commands/command-line-schema.js';
import { declaredIn } from '../commands/declared-in.js';
import { acceptedOfKind } from '../commands/stream-command-text.js';
import { ResolveCustomerRequest } from '../customers/requests.js';
import { definitionLineSchema, definitionSchema } from '../definitions/definition-schemas.js';
import { cloudEventSchema, eventDataSchemas } from '../events/event-schemas.js';
import { manifestSchema } from '../exports/manifest-schema.js';
import { statusSchema } from '../health/health-schemas.js';
import { importLineSchemas, presetSchema } from '../imports/import-schemas.js';
import { createdKeySchema, keyHolderSchema, keySchema } from '../keys/key-schemas.js';
import { CreateKeyRequest, RevokeKeyRequest, SignInRequest } from '../keys/requests.js';
import { BacktestModel, FitModel, FitModelRequest } from '../models/fit-request.js';
import { acceptedModelCommandSchema, backtestSchema, fitSchema, listedModelSchema } from '../models/model-schemas.js';
import { parkedSchema, rebuildSchema, replaySchema } from '../operations/operation-schemas.js';
import { DiscardRequest, PublicationRequest, RebuildRequest } from '../operations/requests.js';
import type { HttpParts } from '../parts.js';
import { answerSchemas } from '../queries/answer-schemas.js';
import { refer } from './refer.js';

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

/** `components.schemas`: those of the edge itself, the bodies of all commands, the answers of all queries, and the contents of all events. */
export function componentSchemas(parts: HttpParts): Record<string, object> {
  const { readModels = [], eventKinds: events = [] } = parts;
  const ofCustomers = parts.ports.commands ? (parts.commands ?? []) : [];
  const declared = declaredIn(parts);
  const shapes = [...ofCustomers.map(({ shape }) => shape), ...declared.map(({ command }) => command.shape)];
  const requests = [
    FitModel,
    FitModelRequest,
    BacktestModel,
    RebuildRequest,
    DiscardRequest,
    PublicationRequest,
    CreateKeyRequest,
    RevokeKeyRequest,
    SignInRequest,
    ResolveCustomerRequest,
  ];
  const answers = answerSchemas(readModels);
  return {
    ...jsonSchemas([...shapes, ...requests]),
    ...answers,
    ...eventDataSchemas(events),
    AcceptedCommand: accepted,
    AccessRecord: accessSchema,
    AcceptedModelCommand: acceptedModelCommandSchema,
    ...(partsOfAnalysis.every((name) => name in answers) && { Analysis: analysisSchema }),
    ...Object.fromEntries(declared.map(({ kind }) => [acceptedOfKind(kind.name), record(acceptedFields(kind.idField))])),
    AsOf: asOf,
    CloudEvent: cloudEventSchema(events),
    CommandLine: commandLineSchema(declared.map(({ kind }) => kind.idField)),
    CreatedKey: createdKeySchema,
    DefinitionLine: definitionLineSchema,
    Definition: definitionSchema,
    ExportManifest: manifestSchema,
    Fault: fault,
    ...importLineSchemas,
    ImportPreset: presetSchema,
    Key: keySchema,
    KeyHolder: keyHolderSchema,
    ListedModel: listedModelSchema,
    ModelBacktest: backtestSchema,
    ModelFit: fitSchema,
    ParkedCustomer: parkedSchema,
    Problem: problem,
    Rebuild: rebuildSchema,
    Replay: replaySchema,
    SentCommand: sentCommandSchema(shapes),
    Status: statusSchema,
  };
}
