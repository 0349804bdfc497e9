import { BadQuery } from '@tenure/querying';
import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import { dayName, firstDayOfMonth, monthOfDay } from '@tenure/time';
import { cellKey, whole } from '../cells/cell-key.js';
import { cellsOf } from '../cells/cells-of.js';
import { readDay } from '../query-parameters/day.js';

const lastMonth = cellKey('L', whole);
const lastDayOfMonth = cellKey('l', whole, '.', whole);

/**
 * The clock of the data: the latest day on which anybody bought. Kept as how many customers last bought in a month
 * (`L324`), and on which of its days (`l324.16`), so that finding it reads a few cells however long the history is.
 */
export function latestDayCells(lastDay: number): CellAmount[] {
  const month = monthOfDay(lastDay);
  return [
    [lastMonth.of(month), 1],
    [lastDayOfMonth.of(month, lastDay - firstDayOfMonth(month)), 1],
  ];
}

export async function latestPurchaseDay(snapshot: ReadSnapshot, view: View): Promise<number | null> {
  let month = -Infinity;
  for (const [[known]] of await cellsOf(snapshot, view, lastMonth)) month = Math.max(month, known);
  if (month === -Infinity) return null;
  let day = 0;
  for (const [[, known]] of await cellsOf(snapshot, view, lastDayOfMonth, `${lastDayOfMonth.prefix}${month}.`)) day = Math.max(day, known);
  return firstDayOfMonth(month) + day;
}

/** `about`; `asOf` is its name of before, and still taken. */
export interface DayParameters {
  readonly about?: string;
  readonly asOf?: string;
}

/** The day a score is about: the one asked for, else the latest purchase day known, else today. */
export async function dayInQuestion(snapshot: ReadSnapshot, view: View, { about, asOf }: DayParameters, today: number): Promise<{ day: number; name: string }> {
  if (about && asOf && about !== asOf) throw new BadQuery('asOf', 'given-twice', 'about and asOf are two names of one parameter: give about alone.');
  const day = readDay(about) ?? readDay(asOf) ?? (await latestPurchaseDay(snapshot, view)) ?? today;
  return { day, name: dayName(day) };
}
