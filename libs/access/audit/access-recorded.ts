import { type StreamKind, streamNamed } from '@tenure/streams';
import type { AccessRecord } from './access-entry.js';
import type { SealedAddress } from './address-seal.js';

export const accessRecordedType = 'AccessRecorded';

/** As the log keeps it: `since` is when the event occurred. */
export interface StoredAccess extends Omit<AccessRecord, 'address' | 'since'> {
  readonly address: SealedAddress | null;
}

/** Its events hold addresses of people: `/v1/access` answers for them. One stream for each process and day: nobody else appends to it, and a day can be found. */
export const accessRecordKind: StreamKind = { name: 'access', prefix: 'access-', streams: 'one-per-id', eventTypes: [accessRecordedType], readers: [] };

export function streamOfAccess(process: string, at: number): string {
  return streamNamed(accessRecordKind, `${process}-${new Date(at).toISOString().slice(0, 10)}`);
}
