import { stampOf } from './last-write.js';

/**
 * Stamp of the last closing or reopening, null while there was none. Its kind is in it: of a closing and a reopening
 * at one moment the reopening is the later.
 */
export type ClosingStamp = number | null;

const reopenedRank = 1;

export function laterClosing(held: ClosingStamp, event: { readonly type: string; readonly occurredAt: number }): ClosingStamp {
  const stamp = stampOf(event);
  return held === null || stamp > held ? stamp : held;
}

export const isClosed = (held: ClosingStamp): boolean => held !== null && ((held % 4) + 4) % 4 !== reopenedRank;
