import type { MoneyAmount } from '@tenure/customer';
import type { CostScope, Dated } from '@tenure/terms';

/** Where a term of an answer comes from: the query, a statement in force on the day `about`, or the default. */
export interface TermOrigin {
  readonly given: 'in-query' | 'stated' | 'by-default';
  /** Of a statement: the first day on which it holds, why, who stated it when, and its position in the log. */
  readonly from?: string;
  readonly reason?: string;
  readonly statedBy?: string;
  readonly statedAt?: string;
  readonly position?: string;
}

export interface ProductMargin extends TermOrigin {
  readonly product: string;
  readonly share: number;
}

export interface CostTerm extends TermOrigin, CostScope {
  readonly amount: MoneyAmount;
}

export interface TermOrigins {
  readonly horizon: TermOrigin;
  readonly discountRate: TermOrigin;
  readonly margin: TermOrigin;
  /** Of the products that have a margin of their own; none where the query gives one for all. */
  readonly productMargins: readonly ProductMargin[];
  readonly costs: readonly CostTerm[];
}

/** An answer that says where its terms come from. */
export interface WithTerms {
  readonly terms: TermOrigins;
}

export const inQuery: TermOrigin = { given: 'in-query' };
export const byDefault: TermOrigin = { given: 'by-default' };

export const statedIn = ({ from, reason, statedBy, statedAt, position }: Dated<unknown>): TermOrigin => ({
  given: 'stated',
  from,
  reason,
  statedBy,
  statedAt: new Date(statedAt).toISOString(),
  position,
});
