import type { CustomerDetailsChanged } from '@tenure/customer';
import { customerStreams, type Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { monthOfDay } from '@tenure/time';
import { isoWeekOfDay } from '../shared/calendar/calendar.js';
import { stampOf } from '../shared/last-write/last-write.js';
import { eachPurchaseChange, purchaseTypes } from '../shared/occurrences/counted-purchases.js';
import { countOccurrence, eachUtcDay, lastsIn, noOccurrences } from '../shared/occurrences/occurrences.js';
import { latestFactCells } from '../shared/scoring/latest-fact.js';
import { boughtCells, lastBoughtCells } from './cells.js';
import { withAttributes } from './dimensions.js';
import type { RetentionDocument } from './document.js';
import { countOrigin } from './origins.js';
import { dateSubscription, subscriptionTypes } from './subscriptions.js';

/** Events with attributes. */
const detailTypes: readonly string[] = ['CustomerRegistered', 'CustomerDetailsChanged'];

/**
 * Cells: in which months and ISO weeks after their first the customers of a cohort bought, in which they last bought, and the
 * latest day of all (`latestFactCells`).
 */
export const retentionProjection: Projection<RetentionDocument> = {
  name: 'retention',
  version: 6,
  of: customerStreams,
  reads: [...detailTypes, ...purchaseTypes, ...subscriptionTypes],
  initial: () => [noOccurrences(), '', [], 0],

  evolve(document, event) {
    if (detailTypes.includes(event.type)) {
      const { attributes = {} } = event.data as CustomerDetailsChanged;
      document[1] = withAttributes(document[1], attributes, stampOf(event.type, event));
      return document;
    }
    if (subscriptionTypes.includes(event.type)) {
      document[3] = dateSubscription(document[3], event);
      return document;
    }
    eachPurchaseChange(event, (purchase, by) => {
      countOccurrence(document[0], purchase.at, by);
      countOrigin(document[2], purchase, by);
    });
    return document;
  },

  contributions([purchases]) {
    const cells: CellAmount[] = [];
    let firstWeek = NaN;
    let firstMonth = NaN;
    let weeks = -1;
    let months = -1;
    eachUtcDay(purchases, (day) => {
      if (weeks === -1) {
        firstWeek = isoWeekOfDay(day);
        firstMonth = monthOfDay(day);
      }
      const weeksLater = isoWeekOfDay(day) - firstWeek;
      if (weeksLater !== weeks) cells.push([boughtCells.week.of(firstWeek, weeksLater), 1]);
      weeks = weeksLater;
      const monthsLater = monthOfDay(day) - firstMonth;
      if (monthsLater !== months) cells.push([boughtCells.month.of(firstMonth, monthsLater), 1]);
      months = monthsLater;
    });
    if (weeks === -1) return cells;
    cells.push([lastBoughtCells.week.of(firstWeek, weeks), 1], [lastBoughtCells.month.of(firstMonth, months), 1], ...latestFactCells(lastsIn(purchases)));
    return cells;
  },
};
