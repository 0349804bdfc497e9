import type { MoneyTotal } from '@tenure/customer';
import type { ModelPair, OtherCurrency, ValueTerms } from '../lifetime-value/question.js';
import type { Scalar } from '../shared/last-write/register-list.js';
import type { NotEnoughData } from '../shared/scoring/not-enough-data.js';
import type { Contact } from './contacts.js';
import type { LeftOut } from './customers-at-risk.js';
import type { Order } from './orders.js';
import type { Override } from './overrides.js';
import type { ChurnScore } from './scorer.js';

/** One customer of the list: the score, the value at stake, and the contact details. */
export interface CustomerAtRisk extends ChurnScore, Partial<Contact> {
  /** Expected within the terms of the list, in its currency; null without a model of spend or a purchase in the currency. */
  readonly value: MoneyTotal | null;
  /** value x probability. */
  readonly valueAtRisk: MoneyTotal | null;
  readonly override: Override | null;
  /** With `by`. */
  readonly group?: Scalar;
}

/** Totals over the customers of one group that are on the list, over all pages. */
export interface RiskGroup {
  readonly group: Scalar;
  readonly customers: number;
  /** Customers not on the list because they probably left already. */
  readonly probablyGone: number;
  readonly meanProbability: number | null;
  readonly value: MoneyTotal | null;
  readonly valueAtRisk: MoneyTotal | null;
}

export interface ChurnList extends Partial<NotEnoughData> {
  readonly items: readonly CustomerAtRisk[];
  readonly next: string | null;
  readonly about: string;
  readonly horizon: string;
  readonly order: Order;
  /** Currency of the values; null while nobody has bought. */
  readonly currency: string | null;
  readonly otherCurrencies: readonly OtherCurrency[];
  readonly minActive: number;
  readonly by: string | null;
  /** Length of the list, over all pages. */
  readonly customers?: number;
  readonly leftOut?: LeftOut;
  readonly groups?: readonly RiskGroup[];
  readonly valueTerms?: ValueTerms;
  readonly models?: ModelPair;
  /** Why the order is by probability. */
  readonly noValueAtRisk?: NotEnoughData;
  readonly noContacts?: string;
}
