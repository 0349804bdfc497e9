import type { Query } from '@tenure/client/browser';
import { type Horizon, horizonOf } from '../../likelihood/horizons.js';

export const orders = ['value-at-risk', 'probability'] as const;
export const minima = [0, 0.25, 0.5, 0.75, 0.9] as const;

export interface LeavingState {
  readonly horizon: Horizon;
  readonly order: (typeof orders)[number];
  /** The least likelihood of a customer who is listed. */
  readonly minimum: (typeof minima)[number];
  /** Where the rows begin; undefined for the first. */
  readonly cursor: string | undefined;
}

const rowsOfPage = 50;

const oneOf = <Value extends string | number>(values: readonly Value[], given: unknown, otherwise: Value): Value =>
  values.find((each) => each === given) ?? otherwise;

export function leavingState(search: Record<string, unknown>): LeavingState {
  const cursor = search['cursor'];
  return {
    horizon: horizonOf(search['horizon']),
    order: oneOf(orders, search['order'], 'value-at-risk'),
    minimum: oneOf(minima, search['minimum'], 0.5),
    cursor: typeof cursor === 'string' ? cursor : undefined,
  };
}

/** Whoever has probably left already is listed in neither order, as nobody can be called back who is gone; totals by channel come with each page. */
export const leavingQuery = ({ horizon, order, minimum, cursor }: LeavingState): Query<'/v1/churn-likelihood'> => ({
  horizon,
  order,
  minActive: '0.5',
  minProbability: String(minimum),
  by: 'channel',
  limit: rowsOfPage,
  cursor,
});
