import type { CustomerDetailsChanged, PurchaseRecorded } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { monthOfDay, secondsPerDay } from '@tenure/time';
import { isoWeekOfDay } from '../calendar/calendar.js';
import { stampOf } from '../last-write/last-write.js';
import { momentOf } from '../purchase-times/moment.js';
import { insertDistinct } from '../purchase-times/sorted-numbers.js';
import { latestDayCells } from '../scoring/latest-day.js';
import { type Dimensions, withAttributes, withFirstPurchase } from './dimensions.js';

/**
 * One customer, compact: a million of these are read for a question that no sum is kept for. Distinct moments of
 * purchases, ascending, and what cohorts can be split by.
 */
export type RetentionDocument = [moments: number[], dimensions: Dimensions];

/**
 * Cells of the first-time cohorts in UTC, by month (`m`, `M`) and ISO week (`w`, `W`), numbered from 1970:
 * `m324.5`: customers whose first purchase lies in month 324 and who bought in the fifth month after it;
 * `M324.5`: those of them whose last purchase lies there. On-or-after is a sum of the latter from the end.
 * `L324` and `l324.16`: see `latestDayCells`.
 */
export const retentionProjection: Projection<RetentionDocument> = {
  name: 'retention',
  version: 2,
  initial: () => [[], ''],

  evolve(document, event) {
    switch (event.type) {
      case 'PurchaseRecorded':
        addPurchase(document, event);
        break;
      case 'CustomerRegistered':
      case 'CustomerDetailsChanged': {
        const { attributes = {} } = event.data as CustomerDetailsChanged;
        document[1] = withAttributes(document[1], attributes, stampOf(event));
        break;
      }
    }
    return document;
  },

  contributions([moments]) {
    const cells: CellAmount[] = [];
    if (moments.length === 0) return cells;
    const firstDay = Math.floor(moments[0]! / secondsPerDay);
    const firstWeek = isoWeekOfDay(firstDay);
    const firstMonth = monthOfDay(firstDay);
    let weeks = -1;
    let months = -1;
    for (let i = 0; i < moments.length; i += 1) {
      const day = Math.floor(moments[i]! / secondsPerDay);
      const weeksLater = isoWeekOfDay(day) - firstWeek;
      if (weeksLater !== weeks) cells.push([`w${firstWeek}.${weeksLater}`, 1]);
      weeks = weeksLater;
      const monthsLater = monthOfDay(day) - firstMonth;
      if (monthsLater !== months) cells.push([`m${firstMonth}.${monthsLater}`, 1]);
      months = monthsLater;
    }
    const lastDay = Math.floor(moments[moments.length - 1]! / secondsPerDay);
    cells.push([`W${firstWeek}.${weeks}`, 1], [`M${firstMonth}.${months}`, 1], ...latestDayCells(lastDay));
    return cells;
  },
};

/** Most purchases are not the first one: their data is not even looked at. */
function addPurchase(document: RetentionDocument, event: RecordedEvent): void {
  const [moments] = document;
  const moment = momentOf(event.occurredAt);
  if (moments.length === 0 || moment <= moments[0]!) {
    const { channel = null, product = null, lines } = event.data as PurchaseRecorded;
    const replaces = moment === moments[0] ? 'same-moment' : 'earlier';
    document[1] = withFirstPurchase(document[1], [channel, product ?? lines?.[0]?.product ?? null], replaces);
  }
  insertDistinct(moments, moment);
}
