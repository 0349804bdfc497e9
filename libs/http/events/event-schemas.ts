import { integer, record, type Schema, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';
import { cloudType, dataName, type EventKind, type EventVersion } from './event-kind.js';

const time: Schema = { ...text, format: 'date-time' };
const uuid: Schema = { ...text, format: 'uuid' };

/** Attributes of a CloudEvent in the API, all but `type` and `data`. */
export const attributes: Readonly<Record<string, Schema>> = {
  specversion: { ...text, enum: ['1.0'] },
  id: uuid,
  source: text,
  subject: { ...text, description: 'The customer; of an event of the system, the stream that it is on.' },
  time: { ...time, description: 'When it happened.' },
  precision: { ...text, enum: ['day'], description: 'Known to the day only: `time` is its midnight in UTC, and no time zone moves it.' },
  datacontenttype: text,
  recordedtime: { ...time, description: 'When the log took it.' },
  sequence: { ...text, description: 'The position; sorts as text.' },
  partitionkey: text,
  revision: integer,
  actor: text,
  onbehalfof: { ...text, description: 'Who the actor acted for.' },
  commandid: text,
  commandof: { ...integer, description: 'How many events the command has.' },
  importid: { ...text, description: 'The import that recorded it.' },
  originstream: { ...text, description: 'Where the fact was recorded first, with `originrevision` and `originid`, when it was copied.' },
  originrevision: integer,
  originid: uuid,
  correlationid: text,
  causationid: text,
  keyepoch: {
    ...integer,
    description: "Only where the personal part is sealed here, its values `sealed. ...`: the epoch of the customer's key. Left out where it is in clear.",
  },
  checksum: { ...text, description: 'SHA-256 of what the event says, base64url. Events of version 0.1.0 have none.' },
};

/** Attributes that not every event has. */
export const optionalAttributes: readonly string[] = [
  ...['precision', 'onbehalfof', 'commandof', 'importid', 'originstream', 'originrevision', 'originid', 'correlationid', 'causationid', 'keyepoch', 'checksum'],
];

/** `CloudEvent`: one envelope with the content of one of the types. */
export function cloudEventSchema(kinds: readonly EventKind[]): Schema {
  const types = kinds.flatMap((kind) => kind.versions.map((_, at) => cloudType(kind, at + 1)));
  const names = kinds.flatMap(({ type, versions }) => versions.map((_, at) => dataName(type, at + 1)));
  const properties = {
    ...attributes,
    type: {
      ...text,
      examples: types.slice(0, 1),
      description: `What happened: ${types.map((type) => `\`${type}\``).join(', ')}. A later version may have more.`,
    },
    data: {
      description:
        'The facts, and the personal part under `personal`. Of an event of type `tenure.customer.VisitRecorded.v1` it is a `VisitRecordedV1`, and so on.',
      anyOf: names.map(refer),
    },
  };
  return { description: 'CloudEvents 1.0.', ...record(properties, optionalAttributes) };
}

/** `ComplaintLoggedV1`, ...: the content of each type in the API, the personal part among the facts. */
export function eventDataSchemas(kinds: readonly EventKind[]): Record<string, Schema> {
  return Object.fromEntries(
    kinds.flatMap((kind) =>
      kind.versions.map((says, at) => [dataName(kind.type, at + 1), { description: `Data of \`${cloudType(kind, at + 1)}\`.`, ...dataSchema(says) }]),
    ),
  );
}

function dataSchema({ facts, personal }: EventVersion): Schema {
  if (personal === undefined) return facts;
  const { properties, required } = facts as { properties: Readonly<Record<string, Schema>>; required: readonly string[] };
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return record({ ...properties, personal: { ...personal, description: 'Left out where there is none.' } }, [...optional, 'personal']);
}
