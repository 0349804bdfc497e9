import type { Query } from '@tenure/client/browser';
import { askedDay } from '../../figure/asked-day.js';

export const statuses = ['unresolved', 'open', 'acknowledged', 'reopened', 'resolved', 'all'] as const;
export const severities = ['all', 'critical', 'high', 'medium', 'low'] as const;
export const orders = ['oldest', 'newest'] as const;

export interface ComplaintsState {
  readonly status: (typeof statuses)[number];
  readonly severity: (typeof severities)[number];
  readonly order: (typeof orders)[number];
  /** Opened on this day or later, and on this day or before. */
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
}

const oneOf = <Value extends string>(values: readonly Value[], given: unknown): Value => values.find((each) => each === given) ?? values[0]!;

export function complaintsState(search: Record<string, unknown>): ComplaintsState {
  return {
    status: oneOf(statuses, search['status']),
    severity: oneOf(severities, search['severity']),
    order: oneOf(orders, search['order']),
    from: askedDay(search['from']),
    to: askedDay(search['to']),
    cursor: typeof search['cursor'] === 'string' ? search['cursor'] : undefined,
  };
}

/** What the list asks for: a page of 25. */
export const listQuery = ({ status, severity, ...others }: ComplaintsState): Query<'/v1/complaints'> => ({
  ...others,
  status: status === 'all' ? undefined : status,
  severity: severity === 'all' ? undefined : severity,
  limit: 25,
});
