import type { RecordedEvent } from '@tenure/event-log';
import { orNull, text } from '@tenure/shape/schema';
import { addAmount, limbCells } from '../../../shared/money/limbs.js';
import { eachPurchaseChange } from '../../../shared/occurrences/counted-purchases.js';
import { eachReturnChange } from '../../../shared/occurrences/counted-returns.js';
import { countOccurrence, firstIn, lastIn, noOccurrences, type Occurrences } from '../../../shared/occurrences/occurrences.js';
import { dateOrNull } from '../../dates.js';
import type { Exported, Listed, Section } from '../../section.js';
import { purchasesIn, returnedIn, returnsIn, spendIn } from './cells.js';
import { currencyColumns } from './columns.js';
import { type CurrencyTotal, changeTotal, type ShownTotal, showTotals, totalsSchema } from './totals.js';

interface PurchasesPart {
  /** Ascending by currency; amounts in minor units. */
  totals: CurrencyTotal[];
  purchases: Occurrences;
}

interface ShownPurchases {
  readonly totals: readonly ShownTotal[];
  readonly firstPurchase: string | null;
  readonly lastPurchase: string | null;
}

const answer = { totals: totalsSchema, firstPurchase: orNull(text), lastPurchase: orNull(text) };

export const purchases: Section<PurchasesPart, ShownPurchases> & Listed<ShownPurchases, ShownPurchases> & Exported<ShownPurchases> = {
  initial: () => ({ totals: [], purchases: noOccurrences() }),

  folds: {
    PurchaseRecorded: countPurchases,
    PurchaseCorrected: countPurchases,
    PurchaseVoided: countPurchases,
    PurchaseReturned: countReturns,
    ReturnCorrected: countReturns,
    ReturnVoided: countReturns,
  },

  contribute({ totals }, cells) {
    for (const [currency, purchases, spend, returns, returned] of totals) {
      cells.push([purchasesIn.of(currency), purchases], [returnsIn.of(currency), returns]);
      cells.push(...limbCells(spendIn, currency, spend), ...limbCells(returnedIn, currency, returned));
    }
  },

  show: ({ totals, purchases }) => ({
    totals: showTotals(totals),
    firstPurchase: dateOrNull(firstIn(purchases)),
    lastPurchase: dateOrNull(lastIn(purchases)),
  }),
  answer,
  texts: { totals: 'Per currency: purchases, spend, returns, returned, net' },
  line: { answer, of: ({ totals, firstPurchase, lastPurchase }) => ({ totals, firstPurchase, lastPurchase }) },
  columns: { firstPurchase: ({ firstPurchase }) => firstPurchase, lastPurchase: ({ lastPurchase }) => lastPurchase },
  named: currencyColumns,
};

function countPurchases({ totals, purchases }: PurchasesPart, event: RecordedEvent): void {
  eachPurchaseChange(event, ({ at, minor, currency }, by) => {
    changeTotal(totals, currency, (total) => {
      total[1] += by;
      addAmount(total[2], by * minor);
    });
    countOccurrence(purchases, at, by);
  });
}

function countReturns({ totals }: PurchasesPart, event: RecordedEvent): void {
  eachReturnChange(event, ({ amount }, by) =>
    changeTotal(totals, amount.currency, (total) => {
      total[3] += by;
      addAmount(total[4], by * amount.minor);
    }),
  );
}
