import type { Query } from '@tenure/client/browser';

type RetentionQuery = Query<'/v1/retention'>;

export const granularities = ['day', 'week', 'month'] as const;
export const kinds = ['first-time', 'recurring'] as const;
export const modes = ['on', 'on-or-after'] as const;

export interface RetentionState {
  readonly granularity: (typeof granularities)[number];
  readonly kind: (typeof kinds)[number];
  readonly mode: (typeof modes)[number];
}

const oneOf = <Value extends string>(values: readonly Value[], given: unknown, otherwise: Value): Value => values.find((each) => each === given) ?? otherwise;

export function retentionState(search: Record<string, unknown>): RetentionState {
  return {
    granularity: oneOf(granularities, search['granularity'], 'month'),
    kind: oneOf(kinds, search['kind'], 'first-time'),
    mode: oneOf(modes, search['mode'], 'on'),
  };
}

export const retentionQuery = (state: RetentionState): RetentionQuery => ({ ...state });
