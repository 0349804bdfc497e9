import { BadQuery } from '@tenure/querying';
import { dayParameter } from './day.js';

/** The customers in a fit: everybody, or those with their first purchase between two days, both included. */
export interface Population {
  readonly text: string;
  includes(firstDay: number): boolean;
}

export const everybody: Population = { text: 'all', includes: () => true };

const FIRST_PURCHASE = /^first-purchase=(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

export function parsePopulation(text = everybody.text): Population {
  if (text === everybody.text) return everybody;
  const [, from, to] = FIRST_PURCHASE.exec(text) ?? [];
  if (from === undefined || to === undefined) {
    throw new BadQuery('population', 'unknown-population', `"${text}" is not a population. Use "all" or "first-purchase=1997-01-01..1997-03-31".`);
  }
  const first = dayParameter('population', from);
  const last = dayParameter('population', to);
  return { text, includes: (day) => day >= first && day <= last };
}
