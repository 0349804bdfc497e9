import type { Position as ServerPosition } from '@eventstore/db-client';
import { InvalidPosition } from '../errors.js';
import type { Position } from '../event.js';

/** Both are byte offsets below 2^63; padded to the same width they sort as strings. */
const DIGITS = 19;
const LARGEST = 2n ** 63n - 1n;
const FORM = /^(\d{19})-(\d{19})$/;

export function toPosition({ commit, prepare }: ServerPosition): Position {
  return `${padded(commit)}-${padded(prepare)}`;
}

/** @throws InvalidPosition for anything that `toPosition` could not have made. */
export function fromPosition(position: Position): ServerPosition {
  const parts = FORM.exec(position);
  if (!parts) throw new InvalidPosition(position);
  const place = { commit: BigInt(parts[1]!), prepare: BigInt(parts[2]!) };
  if (place.commit > LARGEST || place.prepare > LARGEST) throw new InvalidPosition(position);
  return place;
}

/** As this log writes it, however many zeros precede either half. */
export function readPosition(text: string): Position | null {
  const parts = /^0*(\d{1,19})-0*(\d{1,19})$/.exec(text);
  if (!parts) return null;
  const [commit, prepare] = [BigInt(parts[1]!), BigInt(parts[2]!)];
  return commit > LARGEST || prepare > LARGEST ? null : toPosition({ commit, prepare });
}

const padded = (offset: bigint): string => offset.toString().padStart(DIGITS, '0');
