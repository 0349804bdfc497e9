import { BadQuery } from '@tenure/querying';
import type { Calendar } from '../../shared/calendar/calendar.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { readDay } from '../../shared/query-parameters/day.js';
import type { RetentionCohort } from '../answer.js';

/** The slot of a period. @throws BadQuery for a period at which no bracket starts */
export function slotOf(brackets: readonly number[] | null, period: number): number {
  if (brackets === null) return period;
  const starts = brackets.slice(0, -1);
  const slot = starts.indexOf(period);
  if (slot === -1) throw new BadQuery('period', 'no-such-bracket', `No bracket starts at period ${period}: take one of ${starts.join(', ')}.`);
  return slot;
}

/** Groups by period of the cohort: those for which the triangle has a number. */
export type ShownCells = ReadonlyMap<number, ReadonlySet<Scalar>>;

/** The cells in a slot, of those rows of the triangle that have a number there; without a slot all the rows. */
export function shownCells(rows: readonly RetentionCohort[], slot: number | null, calendar: Calendar): ShownCells {
  const shown = new Map<number, Set<Scalar>>();
  for (const { cohort, group = null, cells } of rows) {
    if (slot !== null && !hasNumber(cells, slot)) continue;
    const period = calendar.periodOfDay(readDay(cohort)!);
    shown.set(period, (shown.get(period) ?? new Set()).add(group));
  }
  return shown;
}

/** @throws BadQuery where a cohort has no number in the slot: the period is not over for every customer, or lies after those asked for */
export function requireNumbers(rows: readonly RetentionCohort[], slot: number | null): void {
  const open = slot === null ? undefined : rows.find(({ cells }) => !hasNumber(cells, slot));
  if (open === undefined) return;
  throw new BadQuery(
    'period',
    'not-known-yet',
    `The triangle has no number in this cell of the cohort ${open.cohort}: its period is not over for every customer at the present, or lies after to. Take an earlier period, or leave period out for the whole cohort.`,
  );
}

const hasNumber = (cells: RetentionCohort['cells'], slot: number): boolean => (cells[slot] ?? null) !== null;
