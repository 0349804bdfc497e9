import { BadQuery } from '@tenure/querying';
import { readDuration } from '../shared/query-parameters/duration.js';
import { readNumber } from '../shared/query-parameters/number.js';
import type { ValueParameters } from './parameters.js';

export interface Horizon {
  /** As requested: an ISO 8601 duration, or `infinite`. */
  readonly horizon: string;
  readonly horizonDays: number;
  /** Per year. */
  readonly discountRate: number;
}

/** How far ahead, and how much future purchases are discounted: an infinite horizon needs a discount. */
export function horizonParameters({ horizon: text, discountRate: rate }: ValueParameters): Horizon {
  const horizon = text || 'P3Y';
  const discountRate = readNumber(rate, 0.1);
  if (horizon !== 'infinite') return { horizon, horizonDays: readDuration(horizon), discountRate };
  if (discountRate === 0) {
    throw new BadQuery(
      'discountRate',
      'out-of-range',
      'discountRate is 0: an infinite horizon needs one above 0, since what customers bring without end adds up without end.',
    );
  }
  return { horizon, horizonDays: Infinity, discountRate };
}
