import { customerOf, type RecordedEvent } from '@tenure/event-log';
import type { PersonalFields } from './customer-key.js';
import { keyDamaged, keyMissing, VaultUnavailable } from './errors.js';
import { OpenedEvent } from './opened-event.js';
import { readSealed } from './sealed-text.js';
import type { KeyRing, Vault } from './vault.js';

/**
 * Events with their personal parts in clear, for deciding on them. An unsealed part, in a log from before the vault, stays as it is.
 * A part that does not open is absent, and its event says why (`unopened`, a VaultUnavailable): most commands need none.
 * @throws LogSecretMissing
 */
export async function openEvents(events: readonly RecordedEvent[], vault: Vault): Promise<RecordedEvent[]> {
  try {
    const opened = await openWhatOpens(events, vault);
    return opened.map(({ event, trouble }) => {
      if (trouble === null) return event;
      const customerId = customerOf(event.stream)!;
      return unopened(event, trouble === 'key-missing' ? keyMissing(customerId, vault.place) : keyDamaged(customerId, vault.place));
    });
  } catch (error) {
    if (!(error instanceof VaultUnavailable)) throw error;
    return events.map((event) => (isSealed(event) ? unopened(event, error) : event));
  }
}

function unopened(event: RecordedEvent, why: VaultUnavailable): RecordedEvent {
  return new OpenedEvent(event, undefined, why);
}

export interface PerhapsOpened {
  /** Opened, or as recorded. */
  readonly event: RecordedEvent;
  /** Why it is not opened; null for an event that is, or has nothing sealed. */
  readonly trouble: 'key-missing' | 'key-damaged' | null;
}

/** Events for a caller that may see their personal parts; one that does not open stays as recorded. */
export async function openWhatOpens(events: readonly RecordedEvent[], vault: Vault): Promise<PerhapsOpened[]> {
  const sealed = events.filter(isSealed);
  const rings = sealed.length === 0 ? new Map<string, KeyRing>() : await vault.ringsOf(sealed.map(({ stream }) => customerOf(stream)!));
  return events.map((event) => {
    if (!isSealed(event)) return { event, trouble: null };
    const key = rings.get(customerOf(event.stream)!)?.get(event.metadata.keyEpoch!);
    if (key === undefined) return { event, trouble: 'key-missing' };
    const personal = key && openedPart(event, key);
    return personal ? { event: new OpenedEvent(event, personal), trouble: null } : { event, trouble: 'key-damaged' };
  });
}

function isSealed({ personal, metadata }: RecordedEvent): boolean {
  return personal !== undefined && metadata.keyEpoch !== undefined;
}

function openedPart({ stream, revision, type, personal }: RecordedEvent, key: NonNullable<ReturnType<KeyRing['get']>>): PersonalFields | null {
  const opened: Record<string, string | null> = {};
  for (const [field, text] of Object.entries(personal as PersonalFields)) {
    const place = text === null ? null : readSealed(text);
    const value = text === null ? null : place?.revision === revision && place.type === type ? key.open(stream, field, text) : null;
    if (value === null && text !== null) return null;
    opened[field] = value;
  }
  return opened;
}
