import { hash } from 'node:crypto';
import { canonicalJson, type KeyedHash } from '@tenure/log-secret';
import type { EventMetadata, NewEvent, RecordedEvent } from './event.js';

/** What a checksum is about: all that an event says, at its place. When and where in the whole log it was recorded is not part of it. */
export interface ChecksummedEvent extends Pick<NewEvent, 'type' | 'version' | 'occurredAt' | 'precision' | 'data' | 'personal' | 'metadata'> {
  readonly stream: string;
  readonly revision: number;
  readonly personalDigest?: string;
}

/**
 * SHA-256, base64url, over the canonical JSON of an event. A sealed personal part counts as it is; one that is not sealed by
 * its keyed digest alone, so that nobody can test a guess against a checksum that has outlived it (decision 14).
 */
export function checksumOf({ stream, revision, type, version, occurredAt, precision, data, personal, metadata, personalDigest }: ChecksummedEvent): string {
  const { actor, causationId, commandId, correlationId, importId, index, keyEpoch, of, onBehalfOf, origin, payloadHash } = metadata;
  const sealed = keyEpoch === undefined ? personalDigest : personal;
  // Members in canonical order, so that nothing is left to sort. `traceparent` is no part of history.
  const said = {
    facts: data,
    metadata: { actor, causationId, commandId, correlationId, importId, index, keyEpoch, of, onBehalfOf, origin, payloadHash },
    occurredAt,
    personal: sealed,
    precision,
    revision,
    stream,
    type,
    version,
  };
  return hash('sha256', canonicalJson(said), 'base64url');
}

/** A personal part that only a keyed digest can stand for. */
export function hasUnsealedPart({ personal, metadata }: Pick<NewEvent, 'personal' | 'metadata'>): boolean {
  return personal !== undefined && metadata.keyEpoch === undefined;
}

/** The keyed digest of a personal part that is not sealed: the secret's epoch, a point, 43 characters. Equal parts of two events have different ones. */
export function personalDigestOf(keyed: KeyedHash, stream: string, { commandId, index }: Pick<EventMetadata, 'commandId' | 'index'>, personal: object): string {
  const text = `${canonicalJson([stream, commandId, index])}${canonicalJson(personal)}`;
  return `${keyed.epoch}.${keyed.digest('personal part of an event', text).toString('base64url')}`;
}

/**
 * `damaged`: what is recorded is not what was. `unchecked`: nothing speaks against the event, but it is of envelope 1 and has no
 * checksum, or its personal part was digested under a secret that is not at hand.
 */
export type Integrity = 'intact' | 'damaged' | 'unchecked';

/** Whether an event is what was recorded. Pure; without `keyed` personal parts are not looked at. */
export function verifyEvent(event: RecordedEvent, keyed?: KeyedHash): Integrity {
  try {
    return integrityOf(event, keyed);
  } catch (error) {
    // A part that is no JSON any more is found when it is first looked at.
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}

function integrityOf(event: RecordedEvent, keyed?: KeyedHash): Integrity {
  const { checksum, personal, personalDigest, metadata, stream } = event;
  if (checksum === undefined) return 'unchecked';
  if (checksumOf(event) !== checksum) return 'damaged';
  if (metadata.keyEpoch !== undefined) return 'intact';
  if (personalDigest === undefined) return personal === undefined ? 'intact' : 'unchecked';
  if (!keyed || !personalDigest.startsWith(`${keyed.epoch}.`)) return 'unchecked';
  return personal !== undefined && personalDigestOf(keyed, stream, metadata, personal) === personalDigest ? 'intact' : 'damaged';
}
