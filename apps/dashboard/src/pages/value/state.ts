import type { Query } from '@tenure/client/browser';

export const horizons = ['P90D', 'P180D', 'P1Y', 'P3Y', 'infinite'] as const;

export interface ValueState {
  /** What is stated, or the engine's own, if left out; so with margin and discount rate. */
  readonly horizon?: (typeof horizons)[number];
  /** Share of spend that is kept, and what a later year is worth less, both 0 to 1. */
  readonly margin?: number;
  readonly discountRate?: number;
  readonly currency?: string;
  /** The list ends with this customer. */
  readonly downTo?: string;
  readonly cursor?: string;
  /** Whether the months before are shown: they take seconds. */
  readonly history?: true;
}

const shareOf = (given: unknown): number | undefined => (typeof given === 'number' && given >= 0 && given <= 1 ? given : undefined);
/** An id may look like a number in an address. */
const textOf = (given: unknown): string | undefined => (typeof given === 'string' || typeof given === 'number' ? String(given) : undefined);

export function valueState(search: Record<string, unknown>): ValueState {
  return {
    horizon: horizons.find((each) => each === search['horizon']),
    margin: shareOf(search['margin']),
    discountRate: shareOf(search['discountRate']),
    currency: textOf(search['currency']),
    downTo: textOf(search['downTo']),
    cursor: textOf(search['cursor']),
    history: search['history'] === true ? true : undefined,
  };
}

/** What all figures of the page are asked with. */
export const termsQuery = ({ horizon, margin, discountRate, currency }: ValueState): Query<'/v1/lifetime-value/concentration'> => ({
  horizon,
  margin,
  discountRate,
  currency,
});

/** What the list asks for: a page of 25. */
export const listQuery = (state: ValueState): Query<'/v1/lifetime-value'> => ({
  ...termsQuery(state),
  downTo: state.downTo,
  cursor: state.cursor,
  limit: 25,
});

/** What the answer is about: everybody, whatever part of the list is shown. */
export const everybodyQuery = (state: ValueState): Query<'/v1/lifetime-value'> => listQuery({ ...state, downTo: undefined, cursor: undefined });
