import type { Occurrence } from '@tenure/customer';
import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import { dayOfTime, firstDayOfMonth, monthOfDay, secondsPerDay } from '@tenure/time';
import type { DayOf } from '../calendar/zone-days.js';
import { cellKey, whole } from '../cells/cell-key.js';
import { cellsOf } from '../cells/cells-of.js';
import { utcDayOf } from '../occurrences/occurrences.js';

const secondsPerQuarter = 900;
const instants = { month: cellKey('L', whole), part: cellKey('l', whole, '.', whole) };
const days = { month: cellKey('K', whole), part: cellKey('k', whole, '.', whole) };

/**
 * The end of one customer's facts, as cells that give the latest day over all customers in any time zone with a few reads, however
 * long the history is: for instants the UTC month (`L324`) and its quarter of an hour (`l324.1575`), for days the month and its day
 * (`K324`, `k324.16`). The offsets of all zones in use are whole quarters of an hour.
 */
export function latestFactCells(facts: Iterable<Occurrence>): CellAmount[] {
  let instant = -Infinity;
  let day = -Infinity;
  for (const { occurredAt, precision } of facts) {
    if (precision === 'day') day = Math.max(day, dayOfTime(occurredAt));
    else instant = Math.max(instant, occurredAt / 1000);
  }
  const cells: CellAmount[] = [];
  if (instant !== -Infinity) {
    const month = monthOfDay(utcDayOf(instant));
    const quarter = Math.floor((instant - firstDayOfMonth(month) * secondsPerDay) / secondsPerQuarter);
    cells.push([instants.month.of(month), 1], [instants.part.of(month, quarter), 1]);
  }
  if (day !== -Infinity) {
    const month = monthOfDay(day);
    cells.push([days.month.of(month), 1], [days.part.of(month, day - firstDayOfMonth(month)), 1]);
  }
  return cells;
}

/** The latest day of any fact, in the zone that `dayOf` counts in; null without a fact. */
export async function latestFactDay(snapshot: ReadSnapshot, view: View, dayOf: DayOf): Promise<number | null> {
  const instant = await latestOf(snapshot, view, instants);
  const day = await latestOf(snapshot, view, days);
  const latest = Math.max(
    instant === null ? -Infinity : dayOf(firstDayOfMonth(instant.month) * secondsPerDay + instant.part * secondsPerQuarter),
    day === null ? -Infinity : firstDayOfMonth(day.month) + day.part,
  );
  return latest === -Infinity ? null : latest;
}

async function latestOf(snapshot: ReadSnapshot, view: View, { month, part }: typeof instants): Promise<{ month: number; part: number } | null> {
  let latest = -Infinity;
  for (const [[known]] of await cellsOf(snapshot, view, month)) latest = Math.max(latest, known);
  if (latest === -Infinity) return null;
  let within = 0;
  for (const [[, known]] of await cellsOf(snapshot, view, part, `${part.prefix}${latest}.`)) within = Math.max(within, known);
  return { month: latest, part: within };
}
