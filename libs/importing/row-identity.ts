import { hash } from 'node:crypto';
import { HashCounts } from './hash-counts.js';
import type { Step } from './kinds/kind.js';

/** 128 bits of SHA-256 in base64url: two different rows share an id with a probability of 1e-23 among 100 million. */
const idLength = 22;

/**
 * Gives every row the same command id each time it is imported: a hash of the command it becomes. Rows without a key of
 * their own may well be equal and yet two facts, so the second of them is `<hash>.1`, the third `<hash>.2`, as counted from
 * the top of the file: a file that has grown at its end, or anywhere else, gives its old rows the ids they had.
 */
export class RowIdentity {
  private readonly counts = new HashCounts();

  idOf({ name, data }: Step, hasKey: boolean): string {
    const id = hash('sha256', `${name}\n${JSON.stringify(data)}`, 'base64url').slice(0, idLength);
    if (hasKey) return id;
    const before = this.counts.add(id);
    return before === 0 ? id : `${id}.${before}`;
  }
}

/** The hash of the command that an id was made from. */
export function contentOf(id: string): string {
  return id.slice(0, idLength);
}
