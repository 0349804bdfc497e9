import type { AccessRecord } from './access-entry.js';
import type { SealedAddress } from './address-seal.js';

export const accessRecordedType = 'AccessRecorded';

/** As the log keeps it: `since` is when the event occurred. */
export interface StoredAccess extends Omit<AccessRecord, 'address' | 'since'> {
  readonly address: SealedAddress | null;
}

const RECORDS = 'access-';

/** One stream for each process and day: nobody else appends to it, and a day can be found. */
export function streamOfAccess(process: string, at: number): string {
  return `${RECORDS}${process}-${new Date(at).toISOString().slice(0, 10)}`;
}

/** Streams about who may do what and who did: keys and records. They concern nobody outside. */
export function isOfAccess(stream: string): boolean {
  return stream.startsWith(RECORDS);
}
