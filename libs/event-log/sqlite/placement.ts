import { hash } from 'node:crypto';

/** 96 bits: for finding damage, not for proving anything. */
const CHARACTERS = 16;

/** Covers what an event's checksum leaves out because it may differ in a copy of the log: where the event lies, and when it was recorded. */
export function placementOf(position: number, recordedAt: number, checksum: string): string {
  return hash('sha256', `${position} ${recordedAt} ${checksum}`, 'base64url').slice(0, CHARACTERS);
}
