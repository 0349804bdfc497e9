import { formatMoney, type MoneyAmount } from './money.js';

/** A part of a sentence, present when its fact is. */
export const part = (before: string, fact: string | null | undefined): string => (fact ? before + fact : '');

export const money = (amount: MoneyAmount): string => formatMoney(amount);

/** The changes of a correction, each entry with the old and the new value: `amount 30.00 USD -> 25.00 USD, date ...`. */
export function changes(entries: Readonly<Record<string, readonly [was: string | null | undefined, now: string | null | undefined]>>): string {
  return Object.entries(entries)
    .filter(([, [was, now]]) => (was ?? null) !== (now ?? null))
    .map(([name, [was, now]]) => `${name} ${was ?? 'none'} -> ${now ?? 'none'}`)
    .join(', ');
}
