import { customerStreams, type Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { monthOfDay } from '@tenure/time';
import { isoWeekOfDay } from '../shared/calendar/calendar.js';
import { eachPurchaseChange, purchaseTypes } from '../shared/occurrences/counted-purchases.js';
import { countOccurrence, eachUtcDay, noOccurrences, type Occurrences } from '../shared/occurrences/occurrences.js';
import { type ActiveState, activeCells, purchaseCell } from './cells.js';

/** When a customer bought; two purchases at the same moment count as two. */
export type LifecycleDocument = Occurrences;

/**
 * Cells: the active customers of each UTC day, ISO week and month by state, and the purchases of each day. Dormant needs
 * no cell: it is the number of active customers in the period before less those returning.
 */
export const lifecycleProjection: Projection<LifecycleDocument> = {
  name: 'lifecycle',
  version: 3,
  of: customerStreams,
  reads: purchaseTypes,
  initial: noOccurrences,

  evolve(occurrences, event) {
    eachPurchaseChange(event, ({ at }, by) => countOccurrence(occurrences, at, by));
    return occurrences;
  },

  contributions(occurrences) {
    const cells: CellAmount[] = [];
    let day = NaN;
    let week = NaN;
    let month = NaN;
    eachUtcDay(occurrences, (dayNow, purchases) => {
      cells.push([purchaseCell.of(dayNow), purchases], [activeCells.day.of(stateAfter(day, dayNow), dayNow), 1]);
      day = dayNow;
      const weekNow = isoWeekOfDay(day);
      if (weekNow !== week) {
        cells.push([activeCells.week.of(stateAfter(week, weekNow), weekNow), 1]);
        week = weekNow;
      }
      const monthNow = monthOfDay(day);
      if (monthNow !== month) {
        cells.push([activeCells.month.of(stateAfter(month, monthNow), monthNow), 1]);
        month = monthNow;
      }
    });
    return cells;
  },
};

/** The state in a period with a purchase, by the last earlier period that had one (NaN: none had). */
const stateAfter = (last: number, period: number): ActiveState => (last === period - 1 ? 'returning' : last < period ? 'resurrecting' : 'new');
