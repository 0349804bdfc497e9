import { hash } from 'node:crypto';
import { canonicalJson, type KeyedHash } from '@tenure/log-secret';
import type { EventMetadata, NewEvent, RecordedEvent } from './event.js';

/** What a checksum covers: all that an event says, at its place. When and where in the whole log it was recorded is not covered. */
export interface ChecksummedEvent extends Pick<NewEvent, 'type' | 'version' | 'occurredAt' | 'precision' | 'data' | 'personal' | 'metadata'> {
  readonly stream: string;
  readonly revision: number;
  readonly personalDigest?: string;
}

/**
 * SHA-256, base64url, over the canonical JSON of an event. A sealed personal part counts as it
 * is. An unsealed one counts only by its keyed digest, so that nobody can test a guess against
 * a checksum that outlives the personal part (decision 14).
 */
export function checksumOf(event: ChecksummedEvent): string {
  return hash('sha256', canonicalText(event), 'base64url');
}

/**
 * Equal to what `canonicalJson` produces, with the members ordered by hand: an import has no time to sort them for every event.
 * `traceparent` is not part of history.
 */
function canonicalText({ stream, revision, type, version, occurredAt, precision, data, personal, metadata, personalDigest }: ChecksummedEvent): string {
  const { actor, causationId, commandId, correlationId, importId, index, keyEpoch, of, onBehalfOf, origin, payloadHash } = metadata;
  let text = `{"facts":${canonicalJson(data)},"metadata":{"actor":${JSON.stringify(actor)}`;
  if (causationId !== undefined) text += `,"causationId":${JSON.stringify(causationId)}`;
  text += `,"commandId":${JSON.stringify(commandId)}`;
  if (correlationId !== undefined) text += `,"correlationId":${JSON.stringify(correlationId)}`;
  if (importId !== undefined) text += `,"importId":${JSON.stringify(importId)}`;
  text += `,"index":${index}`;
  if (keyEpoch !== undefined) text += `,"keyEpoch":${keyEpoch}`;
  if (of !== undefined) text += `,"of":${of}`;
  if (onBehalfOf !== undefined) text += `,"onBehalfOf":${JSON.stringify(onBehalfOf)}`;
  if (origin !== undefined) text += `,"origin":${canonicalJson(origin)}`;
  text += `,"payloadHash":${JSON.stringify(payloadHash)}},"occurredAt":${occurredAt}`;
  const sealed = keyEpoch === undefined ? personalDigest : personal;
  if (sealed !== undefined) text += `,"personal":${canonicalJson(sealed)}`;
  if (precision !== undefined) text += `,"precision":${JSON.stringify(precision)}`;
  return `${text},"revision":${revision},"stream":${JSON.stringify(stream)},"type":${JSON.stringify(type)},"version":${version}}`;
}

/** Whether the event has a personal part that only a keyed digest can stand for. */
export function hasUnsealedPart({ personal, metadata }: Pick<NewEvent, 'personal' | 'metadata'>): boolean {
  return personal !== undefined && metadata.keyEpoch === undefined;
}

/** The keyed digest of a personal part that is not sealed: the secret's epoch, a point, 43 characters. Equal parts of two events have different ones. */
export function personalDigestOf(keyed: KeyedHash, stream: string, { commandId, index }: Pick<EventMetadata, 'commandId' | 'index'>, personal: object): string {
  const text = `${canonicalJson([stream, commandId, index])}${canonicalJson(personal)}`;
  return `${keyed.epoch}.${keyed.digest('personal part of an event', text)}`;
}

/**
 * `damaged`: the event is not what was recorded. `unchecked`: nothing speaks against the event, but it is of envelope 1 and has
 * no checksum, or its personal part was digested under a secret that is not at hand.
 */
export type Integrity = 'intact' | 'damaged' | 'unchecked';

/** Whether an event is what was recorded. Pure; without `keyed`, personal parts are not checked. */
export function verifyEvent(event: RecordedEvent, keyed?: KeyedHash): Integrity {
  try {
    return integrityOf(event, keyed);
  } catch (error) {
    // A part that is no longer valid JSON is noticed when it is first parsed.
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}

function integrityOf(event: RecordedEvent, keyed?: KeyedHash): Integrity {
  const { checksum, personal, personalDigest, metadata, stream } = event;
  if (event.isAsStored?.() === false) return 'damaged';
  if (checksum === undefined) return 'unchecked';
  if (checksumOf(event) !== checksum) return 'damaged';
  if (metadata.keyEpoch !== undefined) return 'intact';
  if (personalDigest === undefined) return personal === undefined ? 'intact' : 'unchecked';
  if (!keyed || !personalDigest.startsWith(`${keyed.epoch}.`)) return 'unchecked';
  return personal !== undefined && personalDigestOf(keyed, stream, metadata, personal) === personalDigest ? 'intact' : 'damaged';
}
