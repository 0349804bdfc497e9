import type { AnyKind } from '../../kinds/kind.js';
import { headerWords } from '../header-word.js';
import { customerWords } from './customer.js';
import type { Ranks } from './words.js';

export type { Ranks } from './words.js';

/** The names of a field in files of a kind, in English, German and Chinese: the likeliest names first. */
export function wordsOf({ words }: AnyKind, field: string): Ranks {
  const shared = (customerWords as Readonly<Record<string, Ranks>>)[field] ?? [];
  const special = words[field] ?? [];
  return field === 'customer_id' ? [...shared, ...special] : [...special, ...shared];
}

/** Whether a column has a name of the field. */
export function isCalled(kind: AnyKind, field: string, column: string | number): boolean {
  return wordsOf(kind, field).some((rank) => headerWords(String(column)).some((word) => rank.has(word)));
}
