import { BadQuery } from '@tenure/projecting';

const MS_PER_DAY = 86_400_000;

/** `YYYY-MM-DD` to whole days since the epoch. */
export function parseDay(parameter: string, text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || formatDay(ms / MS_PER_DAY) !== text) {
    throw new BadQuery(parameter, 'not-a-day', `"${text}" is not a day. Write it as 1997-09-30.`);
  }
  return ms / MS_PER_DAY;
}

export function formatDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
