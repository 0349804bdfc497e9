import { customerStreams, type Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { closingTypes } from '../shared/last-write/closing.js';
import { eachPurchaseChange, purchaseTypes } from '../shared/occurrences/counted-purchases.js';
import { daysOf } from '../shared/occurrences/occurrence-days.js';
import { countOccurrence, lastsIn, noOccurrences, type Occurrences, utcDayOf } from '../shared/occurrences/occurrences.js';
import { type DatedClosings, dateClosing } from '../shared/scoring/dated-closings.js';
import { latestFactCells } from '../shared/scoring/latest-fact.js';
import { foldObjection, objectionCells, objectionTypes, type ScoringObjection } from '../shared/scoring/scoring-objection.js';
import { foldOverride, type Overrides, overrideTypes } from './overrides.js';
import { buyersCell, purchaseDaysCell } from './sample.js';
import { foldSignal, type KeptSignals, signalOccurrences, signalTypes } from './signals/signals.js';
import { signalCells } from './signals/signals-checksum.js';

export interface ChurnDocument {
  /** When the customer bought. The days depend on the time zone of the reports. */
  p: Occurrences;
  c: DatedClosings;
  /** Visits, complaints, answers and subscriptions. */
  s: KeptSignals;
  n: ScoringObjection;
  v: Overrides;
}

/** Cells: the latest day (see `latestFactCells`), and the amount of data for fitting a model of purchases (see `sampleOf`). */
export const churnProjection: Projection<ChurnDocument> = {
  name: 'churn-likelihood',
  version: 5,
  of: customerStreams,
  // It answers about every customer, with or without purchases: the registration shows that the customer exists.
  reads: ['CustomerRegistered', ...purchaseTypes, ...closingTypes, ...signalTypes, ...objectionTypes, ...overrideTypes],
  given: ['v'],
  initial: () => ({ p: noOccurrences(), c: 0, s: 0, n: 0, v: 0 }),

  evolve(document, event) {
    eachPurchaseChange(event, ({ at }, by) => countOccurrence(document.p, at, by));
    document.c = dateClosing(document.c, event);
    document.s = foldSignal(document.s, event);
    document.n = foldObjection(document.n, event);
    document.v = foldOverride(document.v, event);
    return document;
  },

  contributions({ p: purchases, c: closings, s: signals, n: objection }) {
    const lasts = [purchases, ...(closings === 0 ? [] : closings)].flatMap(lastsIn);
    const cells: CellAmount[] = [...latestFactCells([...lasts, ...signalOccurrences(signals)]), ...objectionCells(objection), ...signalCells(signals)];
    const days = daysOf(purchases, utcDayOf).length;
    if (days > 0) cells.push([buyersCell, 1], [purchaseDaysCell, days]);
    return cells;
  },
};
