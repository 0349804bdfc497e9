import type { choosers } from '../scoring/model-choice.js';
import type { PurchaseModelChoice } from '../scoring/purchase-fit.js';

/** What explanations of several figures say alike, in one language. Probabilities and shares are 0 to 1. */
export interface SharedWords {
  percent(share: number): string;
  list(parts: readonly string[]): string;
  days(count: number): string;
  /** What each model of purchases supposes. */
  readonly purchaseModels: Readonly<Record<PurchaseModelChoice, string>>;
  /** Why a model was chosen. */
  readonly chosen: Readonly<Record<(typeof choosers)[number], string>>;
}
