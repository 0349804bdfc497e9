import { isDeepStrictEqual } from 'node:util';
import { inNewestVersion, typesOnceInClear } from '@tenure/customer';
import { checksumOf, customerOf, type NewEvent, type RecordedEvent, type SealAll, type SealedForm, StreamDamaged, verifyEvent } from '@tenure/event-log';
import type { KeyedHash } from '@tenure/log-secret';
import { openWhatOpens, sealEvent, type Vault } from '@tenure/vault';
import { SealingRefused } from './sealing-refused.js';

/**
 * Seals what a log from before the vault has in clear: personal parts, and words that version 1 of an event had among
 * its facts, which comes out in the newest version. Everything else stays as it is, including an event whose sealed part
 * does not open. Keys are made in the vault, and are durable when it resolves.
 * @param keyed the log's secret: only it can verify the digest of a personal part in clear; if sealed unverified, a tampered part would count as recorded
 * @throws StreamDamaged at an event that is not what was recorded, SealingRefused where words would stay in clear, VaultUnavailable, LogSecretMissing
 */
export function sealingEvents(vault: Vault, keyed: KeyedHash): SealAll {
  return async (events) => {
    const toSeal = events.filter(mayBeInClear);
    const damaged = toSeal.find((event) => !isAsRecorded(event, keyed));
    if (damaged) throw notAsRecorded(damaged);
    const opened = await openWhatOpens(toSeal, vault);
    const forms = await Promise.all(opened.map(({ event }) => sealedForm(event, vault)));
    const sealed = new Map(toSeal.map((event, at) => [event, forms[at] ?? null]));
    return events.map((event) => sealed.get(event) ?? null);
  };
}

function mayBeInClear({ type, version, personal, metadata }: RecordedEvent): boolean {
  return (personal !== undefined && metadata.keyEpoch === undefined) || (version === 1 && typesOnceInClear.includes(type));
}

/** A part with a digest must agree with it; events of envelope 1 have none, so nothing can be held against them. */
function isAsRecorded(event: RecordedEvent, keyed: KeyedHash): boolean {
  const integrity = verifyEvent(event, keyed);
  return integrity === 'intact' || (integrity === 'unchecked' && event.personalDigest === undefined);
}

function notAsRecorded({ stream, revision, type }: RecordedEvent): StreamDamaged {
  const detail = `The event at revision ${revision} of stream "${stream}" (${type}) is not what was recorded: it is not sealed. Restore the log from a backup, and seal that.`;
  return new StreamDamaged(stream, 'checksum', detail);
}

async function sealedForm(event: RecordedEvent, vault: Vault): Promise<SealedForm | null> {
  const { type, version, occurredAt, precision, data, personal, metadata, stream, revision } = inNewestVersion(event);
  if (personal !== undefined && metadata.keyEpoch !== undefined) {
    if (isDeepStrictEqual(data, event.data)) return null;
    throw new SealingRefused(
      `The personal part of revision ${revision} of stream "${stream}" does not open with the keys in the vault, so its facts cannot be sealed with it. Put the right vault back, and seal then.`,
    );
  }
  const newest: NewEvent = { type, version, occurredAt, precision, data, metadata, ...(personal !== undefined && { personal }) };
  const form = personal === undefined ? newest : await sealed(newest, stream, revision, vault);
  return { ...form, checksum: checksumOf({ ...form, stream, revision }) };
}

async function sealed(event: NewEvent, stream: string, revision: number, vault: Vault): Promise<NewEvent> {
  const customerId = customerOf(stream);
  if (customerId === null)
    throw new SealingRefused(`An event of the stream "${stream}" has a personal part, and there is no customer whose key could seal it.`);
  return sealEvent(event, await vault.keyFor(customerId), stream, revision);
}
