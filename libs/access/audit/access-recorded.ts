import { type StreamKind, streamNamed } from '@tenure/streams';
import type { AccessRecord } from './access-entry.js';
import type { SealedAddress } from './address-seal.js';

export const accessRecordedType = 'AccessRecorded';

/** A record as the log keeps it: `since` is the event's `occurredAt`. */
export interface StoredAccess extends Omit<AccessRecord, 'address' | 'since'> {
  readonly address: SealedAddress | null;
}

/** Its events hold addresses of people, so `/v1/access` serves them. One stream for each process and day: only that process appends, and a day can be found. */
export const accessRecordKind: StreamKind = { name: 'access', prefix: 'access-', streams: 'one-per-id', eventTypes: [accessRecordedType], readers: [] };

export function streamOfAccess(process: string, at: number): string {
  return streamNamed(accessRecordKind, `${process}-${new Date(at).toISOString().slice(0, 10)}`);
}
