import type { Expectation } from './expected-purchases.js';
import type { OwnMargin } from './own-margin.js';

/** The parts of a value, in model units and major units of money. */
export interface ValueParts extends Expectation {
  readonly value: number;
  /** Repeat days in the currency. */
  readonly repeats: number;
  readonly margin: OwnMargin;
  readonly spend: { readonly spend: number; readonly priorMean: number; readonly ownMean: number; readonly weight: number };
}
