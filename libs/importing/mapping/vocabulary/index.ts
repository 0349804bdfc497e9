import { headerWords } from '../header-word.js';
import { customerWords } from './customer.js';
import { complaintWords, customerFileWords, purchaseWords, satisfactionWords, visitWords } from './facts.js';
import type { Ranks } from './words.js';

export type { Ranks } from './words.js';

type Words = Readonly<Record<string, Ranks>>;

const own: Readonly<Record<string, Words>> = {
  purchases: purchaseWords,
  customers: customerFileWords,
  complaints: complaintWords,
  visits: visitWords,
  satisfaction: satisfactionWords,
};

/** What a field is called in files of a kind, in English, German and Chinese: the likeliest names first. */
export function wordsOf(kind: string, field: string): Ranks {
  const shared = (customerWords as Words)[field] ?? [];
  const special = own[kind]?.[field] ?? [];
  return field === 'customer_id' ? [...shared, ...special] : [...special, ...shared];
}

/** Whether a column has a name of the field. */
export function isCalled(kind: string, field: string, column: string | number): boolean {
  return wordsOf(kind, field).some((rank) => headerWords(String(column)).some((word) => rank.has(word)));
}
