import { record, type Schema, text } from '@tenure/shape/schema';

/** The version in the name is that of this format; events have versions of their own. */
export const TOPIC = 'tenure.customer-events.v1';

/** A header is text, even if it stands for a number. */
const number = { ...text, pattern: '^[0-9]+$' };
const time = { ...text, format: 'date-time' };
const uuid = { ...text, format: 'uuid' };

const always: Readonly<Record<string, Schema>> = {
  ce_specversion: { ...text, enum: ['1.0'] },
  ce_id: { ...uuid, description: 'Follows from stream, command and index: the same for ever.' },
  ce_source: text,
  ce_type: text,
  ce_subject: { ...text, description: 'The customer, as the key.' },
  ce_time: { ...time, description: 'When it happened.' },
  'content-type': text,
  ce_stream: text,
  ce_revision: { ...number, description: 'Place within the customer, from 0, without gaps.' },
  ce_sequence: { ...text, description: 'Position in the log: opaque, sorts as text.' },
  ce_recordedtime: { ...time, description: 'When the log took it.' },
  ce_eventversion: number,
  ce_commandid: text,
  ce_commandindex: number,
  ce_payloadhash: { ...text, description: 'Keyed hash of the command.' },
  ce_actor: text,
};

const sometimes: Readonly<Record<string, Schema>> = {
  ce_publication: { ...text, description: 'In which publication of the log it came.' },
  ce_precision: { ...text, enum: ['day'], description: 'Known to the day only: ce_time is its midnight in UTC.' },
  ce_checksum: { ...text, description: 'SHA-256 of what the event says, base64url.' },
  ce_personaldigest: { ...text, description: 'Keyed digest of a personal part that is not sealed.' },
  ce_commandof: { ...number, description: 'How many events the command has.' },
  ce_onbehalfof: { ...text, description: 'Who the actor acted for.' },
  ce_importid: { ...text, description: 'The import that recorded it.' },
  ce_originstream: { ...text, description: 'Where the fact was recorded first, with ce_originrevision and ce_originid, when it was copied.' },
  ce_originrevision: number,
  ce_originid: text,
  ce_keyepoch: { ...number, description: 'Of the key that sealed the personal part.' },
  ce_correlationid: text,
  ce_causationid: text,
  traceparent: { ...text, description: 'W3C Trace Context, where the request was traced.' },
};

/** The headers of a record, as `toRecord` writes them. */
export const recordHeaders: Schema = record({ ...always, ...sometimes }, Object.keys(sometimes));
