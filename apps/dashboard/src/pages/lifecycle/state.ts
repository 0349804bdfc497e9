import type { Query } from '@tenure/client/browser';

export const granularities = ['day', 'week', 'month'] as const;

export interface LifecycleState {
  readonly granularity: (typeof granularities)[number];
  /** First and last day, as `2026-01-31`; all there are if left out. */
  readonly from?: string;
  readonly to?: string;
}

const dayOf = (given: unknown): string | undefined => (typeof given === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(given) ? given : undefined);

export function lifecycleState(search: Record<string, unknown>): LifecycleState {
  return {
    granularity: granularities.find((each) => each === search['granularity']) ?? 'month',
    from: dayOf(search['from']),
    to: dayOf(search['to']),
  };
}

export const lifecycleQuery = (state: LifecycleState): Query<'/v1/lifecycle'> => ({ ...state });
