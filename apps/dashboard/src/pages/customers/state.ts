import type { Query } from '@tenure/client/browser';

export const parties = ['person', 'organisation', 'household'] as const;
export const statuses = ['active', 'closed'] as const;

export interface CustomersState {
  readonly party: (typeof parties)[number] | 'any';
  readonly status: (typeof statuses)[number] | 'any';
  /** Where the rows begin; undefined for the first. */
  readonly cursor: string | undefined;
}

const rowsOfPage = 50;

const oneOf = <Value extends string>(values: readonly Value[], given: unknown): Value | 'any' => values.find((each) => each === given) ?? 'any';

export function customersState(search: Record<string, unknown>): CustomersState {
  const cursor = search['cursor'];
  return { party: oneOf(parties, search['party']), status: oneOf(statuses, search['status']), cursor: typeof cursor === 'string' ? cursor : undefined };
}

export const customersQuery = ({ party, status, cursor }: CustomersState): Query<'/v1/customers'> => ({
  party: party === 'any' ? null : party,
  status: status === 'any' ? null : status,
  limit: rowsOfPage,
  cursor,
});
