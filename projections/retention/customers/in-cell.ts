import type { ReadSnapshot } from '@tenure/read-store';
import type { Calendar } from '../../shared/calendar/calendar.js';
import { lastKnownDay } from '../../shared/calendar/present.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { occurrencesBy } from '../../shared/occurrences/occurrence-days.js';
import { isNever, type Occurrences } from '../../shared/occurrences/occurrences.js';
import { type Cohorts, sumFromTheEnd } from '../cohorts.js';
import { customerCounter } from '../customer-counter.js';
import { dimensionReader } from '../dimensions.js';
import type { RetentionDocument } from '../document.js';
import type { RetentionQuestion } from '../question.js';
import type { Triangle } from '../triangle.js';
import type { ShownCells } from './shown-cells.js';

/** Cells of the triangle in one slot; without a slot whole cohorts. */
export interface Cells {
  readonly slot: number | null;
  readonly shown: ShownCells;
}

/** A customer of the cells. */
export interface Buyer {
  readonly customerId: string;
  /** As known at the present. */
  readonly purchases: Occurrences;
  readonly group: Scalar;
}

/** The customers of the cells, each once, in the order of their ids, in one pass over all. */
export async function* buyers(snapshot: ReadSnapshot, question: RetentionQuestion, { view, calendar, counted }: Triangle, cells: Cells): AsyncIterable<Buyer> {
  const lastDay = lastKnownDay(question.present);
  const known = (purchases: Occurrences): Occurrences => occurrencesBy(purchases, calendar.dayOf, lastDay);
  const readDimension = question.by === null ? () => null : dimensionReader(question.by, known);
  const isIn = cellTest(question, calendar, cells);
  for await (const chunk of snapshot.scan(view)) {
    for (const [customerId, document] of chunk as Array<[string, RetentionDocument]>) {
      const purchases = known(document[0]);
      if (isNever(purchases)) continue;
      const group = counted.shownAs(readDimension(document));
      if (isIn(purchases, group)) yield { customerId, purchases, group };
    }
  }
}

/** A customer is in a cell where a triangle of this customer alone, made by what counts all of them, has a one. */
function cellTest(question: RetentionQuestion, calendar: Calendar, { slot, shown }: Cells): (purchases: Occurrences, group: Scalar) => boolean {
  const count = customerCounter(question, calendar);
  return (purchases, group) => {
    const alone: Cohorts = new Map();
    count(alone, purchases);
    return [...alone].some(([cohort, { slots }]) => {
      if (shown.get(cohort)?.has(group) !== true) return false;
      if (question.mode === 'on-or-after') sumFromTheEnd(slots);
      return slot === null || (slots[slot] ?? 0) > 0;
    });
  };
}
