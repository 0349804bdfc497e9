import { wilsonInterval } from '@tenure/models';
import type { Row } from '@tenure/querying';
import type { Calendar, CalendarRules } from '../shared/calendar/calendar.js';
import { coveredSpan, type ShownSpan, showSpan } from '../shared/calendar/day-span.js';
import { type ShownPresent, showPresent } from '../shared/calendar/present.js';
import type { Scalar } from '../shared/last-write/register-list.js';
import { othersOf } from '../shared/scoring/customer-groups.js';
import type { Kind, Mode, Window } from './choices.js';
import type { Cohorts } from './cohorts.js';
import type { CohortLink } from './customers/link.js';
import { requireFewCells } from './few-cells.js';
import type { RetentionQuestion } from './question.js';
import { type Slots, slotsOf } from './slots.js';
import type { Triangle } from './triangle.js';

export interface RetentionCell {
  readonly period: number;
  /** Last period of a bracket. */
  readonly through?: number;
  readonly count: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface RetentionCohort {
  readonly cohort: string;
  /** Value of the dimension, if one was requested. */
  readonly group?: Scalar;
  readonly size: number;
  /** The address of the list of its customers; with `&period=` those of a cell. An address in each cell would double the answer. */
  readonly customers: string;
  /** Null: the period is not over for every customer of the cohort. With brackets, `definition.brackets` still names it. */
  readonly cells: ReadonlyArray<RetentionCell | null>;
}

/** Over the cohorts for which the period is over: the sum of their counts by the sum of their sizes. */
export interface AverageCell extends RetentionCell {
  readonly size: number;
  readonly cohorts: number;
}

export interface RetentionAnswer {
  readonly definition: CalendarRules &
    ShownSpan & {
      readonly name: 'retention';
      readonly kind: Kind;
      readonly mode: Mode;
      readonly window: Window;
      readonly by: string | null;
      readonly brackets: readonly number[] | null;
      readonly present: ShownPresent;
      readonly confidence: 0.95;
    };
  readonly cohorts: readonly RetentionCohort[];
  readonly weightedAverage: ReadonlyArray<AverageCell | null>;
  readonly groups?: ReadonlyArray<{ readonly group: Scalar; readonly size: number; readonly weightedAverage: ReadonlyArray<AverageCell | null> }>;
  /** The number of groups combined into one, where there are more than are shown separately. */
  readonly otherGroups?: number;
}

/** @param linkTo the address of the customers of a cohort */
export function answerFrom(question: RetentionQuestion, { calendar, counted, present }: Triangle, linkTo: CohortLink): RetentionAnswer {
  const { from, to, present: _, ...rules } = question;
  const definition = { name: 'retention' as const, ...rules, present: showPresent(present), confidence: 0.95 as const };
  const periods = [...counted.groups.values()].flatMap((cohorts) => [...cohorts.keys()]);
  if (periods.length === 0) return { definition: { ...definition, ...showSpan(question) }, cohorts: [], weightedAverage: [] };
  const first = from === null ? periods.reduce((least, period) => Math.min(least, period), Infinity) : calendar.periodOfDay(from);
  const last = Math.min(to === null ? counted.latest : calendar.periodOfDay(to), calendar.periodOfDay(present.day));
  const slots = slotsOf(question, calendar, last, present);
  const byGroup = [...counted.groups]
    .sort(([left], [right]) => compareGroups(left, right))
    .map(([group, cohorts]) => ({
      group,
      cohorts: cohortRows(cohorts, { first, last, group, named: question.by !== null, linkTo }, calendar, slots),
    }));
  const cohorts = byGroup.flatMap((group) => group.cohorts);
  return {
    definition: { ...definition, ...coveredSpan(calendar, first, last, question) },
    cohorts,
    weightedAverage: averageOf(cohorts),
    ...(question.by === null
      ? {}
      : {
          groups: byGroup.map((one) => ({
            group: one.group,
            size: one.cohorts.reduce((sum, { size }) => sum + size, 0),
            weightedAverage: averageOf(one.cohorts),
          })),
          ...othersOf({ others: counted.otherGroups }),
        }),
  };
}

export const compareGroups = (left: Scalar, right: Scalar): number => {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1; // "not known" last
  return String(left) < String(right) ? -1 : 1;
};

interface Shown {
  readonly first: number;
  readonly last: number;
  readonly group: Scalar;
  readonly named: boolean;
  readonly linkTo: CohortLink;
}

function cohortRows(cohorts: Cohorts, { first, last, group, named, linkTo }: Shown, calendar: Calendar, slots: Slots): RetentionCohort[] {
  const shown = [...cohorts].filter(([period]) => period >= first && period <= last).sort(([left], [right]) => left - right);
  requireFewCells(shown.reduce((sum, [period, cohort]) => sum + slots.begun(period, cohort), 0));
  return shown.map(([period, cohort]) => ({
    cohort: calendar.nameOf(period),
    ...(named ? { group } : {}),
    size: cohort.size,
    customers: linkTo(calendar.nameOf(period), group),
    cells: Array.from({ length: slots.begun(period, cohort) }, (_, slot) =>
      slots.isOver(period, cohort, slot) ? { ...spanFields(slots, slot), ...share(cohort.slots[slot] ?? 0, cohort.size) } : null,
    ),
  }));
}

function spanFields(slots: Slots, slot: number): { period: number; through?: number } {
  const { start, through } = slots.spanOf(slot);
  return start === through ? { period: start } : { period: start, through };
}

function share(count: number, size: number): Pick<RetentionCell, 'count' | 'rate' | 'low' | 'high'> {
  return { count, ...wilsonInterval(count, size)! };
}

function averageOf(cohorts: readonly RetentionCohort[]): Array<AverageCell | null> {
  const length = cohorts.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length }, (_, slot) => {
    const over = cohorts.filter(({ cells }) => (cells[slot] ?? null) !== null);
    if (over.length === 0) return null;
    const size = over.reduce((sum, cohort) => sum + cohort.size, 0);
    const count = over.reduce((sum, { cells }) => sum + cells[slot]!.count, 0);
    const { period, through } = over[0]!.cells[slot]!;
    return { period, ...(through === undefined ? {} : { through }), size, cohorts: new Set(over.map(({ cohort }) => cohort)).size, ...share(count, size) };
  });
}

export const retentionColumns = ['granularity', 'timezone', 'cohort', 'group', 'size', 'period', 'through', 'count', 'rate', 'low', 'high'] as const;

export function* retentionRows({ definition, cohorts }: RetentionAnswer): Iterable<Row> {
  const { granularity, timezone, brackets } = definition;
  for (const { cohort, group = null, size, cells } of cohorts) {
    for (const [slot, cell] of cells.entries()) {
      const { count = null, rate = null, low = null, high = null } = cell ?? {};
      const [period, through] = brackets === null ? [slot, slot] : [brackets[slot]!, brackets[slot + 1]! - 1];
      yield { granularity, timezone, cohort, group, size, period, through, count, rate, low, high };
    }
  }
}
