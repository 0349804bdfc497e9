import type { Schemas } from '@tenure/client/browser';

export type Concentration = Schemas['LifetimeValueConcentrationAnswer'];

export interface Point {
  /** Shares, 0 to 1. */
  readonly customers: number;
  readonly value: number;
}

/** What share of the value the most valuable customers bring: the Lorenz curve seen from its other end, finer where the answer knows the top. */
export function curveOf({ lorenz, top }: Pick<Concentration, 'lorenz' | 'top'>): Point[] {
  const turned = lorenz.map(({ shareOfCustomers, shareOfValue }) => ({ customers: 1 - shareOfCustomers, value: 1 - shareOfValue }));
  const finer = top.map(({ shareOfCustomers, shareOfValue }) => ({ customers: shareOfCustomers, value: shareOfValue }));
  return [...turned, ...finer].sort((one, other) => one.customers - other.customers || one.value - other.value);
}
