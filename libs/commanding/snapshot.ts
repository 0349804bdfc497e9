import { hash } from 'node:crypto';
import { type CustomerState, copyState, stateVersion } from '@tenure/customer';
import { type LogHead, placeOf, type RecordedEvent } from '@tenure/event-log';
import { canonicalJson } from '@tenure/log-secret';

/** The snapshot of a stretch of a long stream: its names, and the customer as a whole at its end. */
export interface SnapshotPart {
  readonly from: number;
  readonly to: number;
  /** Head of its last event. */
  readonly last: LogHead;
  readonly whole: CustomerState;
  /** In the form of `NameIndex.pack`, base64. */
  readonly names: string;
}

/** JSON for `Snapshots`. It does not change when the state moves on. */
export function toKept(stream: string, part: SnapshotPart): object {
  const head = { stream, version: stateVersion, from: part.from, to: part.to, last: part.last, whole: copyState(part.whole) };
  return { ...head, names: part.names, checksum: checksumOf(head, part.names) };
}

/** Null if it is incomplete, of another version of the fold, or of another stream. */
export function readKept(stream: string, kept: unknown): SnapshotPart | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { checksum, names, ...head } = kept as SnapshotPart & { readonly stream: unknown; readonly version: unknown; readonly checksum: unknown };
  const isWhole = typeof names === 'string' && checksum === checksumOf(head, names);
  return isWhole && head.stream === stream && head.version === stateVersion ? { ...head, names } : null;
}

/** Whether an event lies where the last one did: then all before it is unchanged, also in a log that was restored and written to again. */
export function liesAt({ position, recordedAt, eventId }: LogHead, event: RecordedEvent | undefined): boolean {
  const there = event && placeOf(event);
  return there?.eventId === eventId && there.position === position && there.recordedAt === recordedAt;
}

/** `names` is by far the longest part, and has one form only. */
function checksumOf(head: object, names: string): string {
  return hash('sha256', canonicalJson(head) + names, 'base64url');
}
