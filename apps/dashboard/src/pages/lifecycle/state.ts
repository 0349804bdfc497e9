import type { Query } from '@tenure/client/browser';
import { askedDay } from '../../figure/asked-day.js';

export const granularities = ['day', 'week', 'month'] as const;

export interface LifecycleState {
  readonly granularity: (typeof granularities)[number];
  /** First and last day, as `2026-01-31`; all there are if left out. */
  readonly from?: string;
  readonly to?: string;
}

export function lifecycleState(search: Record<string, unknown>): LifecycleState {
  return {
    granularity: granularities.find((each) => each === search['granularity']) ?? 'month',
    from: askedDay(search['from']),
    to: askedDay(search['to']),
  };
}

export const lifecycleQuery = (state: LifecycleState): Query<'/v1/lifecycle'> => ({ ...state });
