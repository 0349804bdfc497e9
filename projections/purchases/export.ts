import { exactInteger, formatAmount, moneyTotal, type PurchasedLine } from '@tenure/customer';
import type { LogExport, Row } from '@tenure/querying';
import { dayName, dayOfTime, secondsPerDay } from '@tenure/time';
import { calendarOf } from '../shared/calendar/calendar.js';
import { readDaySpan } from '../shared/query-parameters/day-span.js';
import { readTimeZone } from '../shared/query-parameters/timezone.js';
import { purchasesDefinition } from './definition.js';
import { PurchaseExportParameters } from './parameters.js';
import { type Purchase, purchasesOf } from './purchases-of.js';

/** One row for each purchase, and for each untied return; by customer, then in the order of recording. */
export const purchasesExport: LogExport<PurchaseExportParameters> = {
  name: 'purchases',
  version: 1,
  definition: purchasesDefinition,
  params: PurchaseExportParameters,
  columns: [
    'customerId',
    'kind',
    'orderId',
    'returnId',
    'occurredAt',
    'day',
    'timezone',
    'currency',
    'amount',
    'returned',
    'net',
    'amountMinor',
    'returnedMinor',
    'netMinor',
    'channel',
    'product',
    'quantity',
    'lineCount',
    'lines',
  ],

  begin({ timezone: preset, now }, parameters) {
    const timezone = readTimeZone(parameters.timezone, preset);
    const { from, to } = readDaySpan(parameters);
    const calendar = calendarOf({ granularity: 'day', timezone, weekStart: 'monday' }, { first: 0, last: now / 1000 + 400 * secondsPerDay });
    const dayOf = ({ when }: Purchase): number => (when.precision === 'day' ? dayOfTime(when.occurredAt) : calendar.dayOf(when.occurredAt / 1000));
    return function* (customerId, events) {
      for (const purchase of purchasesOf(events)) {
        const day = dayOf(purchase);
        if ((from === null || day >= from) && (to === null || day <= to)) yield purchaseRow(customerId, purchase, dayName(day), timezone);
      }
    };
  },
};

function purchaseRow(customerId: string, purchase: Purchase, day: string, timezone: string): Row {
  const { kind, orderId, returnId, occurredAt, amount, returnedMinor, channel, product, quantity, lines } = purchase;
  const { currency, minor } = amount;
  const net = BigInt(minor) - returnedMinor;
  const decimal = (of: bigint): string => formatAmount(moneyTotal(of, currency));
  return {
    customerId,
    kind,
    orderId,
    returnId,
    occurredAt,
    day,
    timezone,
    currency,
    amount: decimal(BigInt(minor)),
    returned: decimal(returnedMinor),
    net: decimal(net),
    amountMinor: minor,
    returnedMinor: exactInteger(returnedMinor),
    netMinor: exactInteger(net),
    channel,
    product,
    quantity,
    lineCount: lines.length,
    lines: lines.length === 0 ? null : lines.map(lineText).join('; '),
  };
}

const lineText = ({ product, quantity, amount }: PurchasedLine): string => `${quantity} x ${product}: ${formatAmount(amount)}`;
