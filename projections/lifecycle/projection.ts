import type { Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { monthOfDay, secondsPerDay } from '@tenure/time';
import { isoWeekOfDay } from '../calendar/calendar.js';
import { momentOf } from '../purchase-times/moment.js';
import { insert } from '../purchase-times/sorted-numbers.js';

/** Moments of a customer's purchases, ascending; two at one moment are two. */
export type LifecycleDocument = number[];

/**
 * Cells: how many customers were in a state in a UTC day (`d`), ISO week (`w`) or month (`m`), as `mn324` for the new
 * ones of month 324 since January 1970, with `n` new, `r` returning, `s` resurrecting; and `p9862`, the purchases of a
 * day. Dormant needs no cell: it is the active of the period before less the returning.
 */
export const lifecycleProjection: Projection<LifecycleDocument> = {
  name: 'lifecycle',
  version: 1,
  initial: () => [],

  evolve(moments, event) {
    if (event.type === 'PurchaseRecorded') insert(moments, momentOf(event.occurredAt));
    return moments;
  },

  contributions(moments) {
    const cells: CellAmount[] = [];
    let day = NaN;
    let week = NaN;
    let month = NaN;
    let purchases = 0;
    for (let i = 0; i < moments.length; i += 1) {
      const dayNow = Math.floor(moments[i]! / secondsPerDay);
      purchases += 1;
      if (i + 1 === moments.length || Math.floor(moments[i + 1]! / secondsPerDay) !== dayNow) {
        cells.push([`p${dayNow}`, purchases]);
        purchases = 0;
      }
      if (dayNow === day) continue;
      cells.push([`d${stateAfter(day, dayNow)}${dayNow}`, 1]);
      day = dayNow;
      const weekNow = isoWeekOfDay(day);
      if (weekNow !== week) {
        cells.push([`w${stateAfter(week, weekNow)}${weekNow}`, 1]);
        week = weekNow;
      }
      const monthNow = monthOfDay(day);
      if (monthNow !== month) {
        cells.push([`m${stateAfter(month, monthNow)}${monthNow}`, 1]);
        month = monthNow;
      }
    }
    return cells;
  },
};

export type ActiveState = 'n' | 'r' | 's';

/** The state in a period with a purchase, by the last period before that had one (NaN: none had). */
const stateAfter = (last: number, period: number): ActiveState => (last === period - 1 ? 'r' : last < period ? 's' : 'n');
