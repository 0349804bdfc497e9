import type { Query } from '@tenure/client';
import { printList } from '../list.js';
import { presentText } from '../output/present.js';
import { grouped } from '../output/table.js';
import type { Session } from '../session.js';

/** The customers of a survival curve: all, those at risk in a row, or those whose observation ended in a certain way. */
export async function printSurvivalCustomers(
  session: Session,
  parameters: Query<'/v1/retention/survival/customers'>,
  limit: number | undefined,
): Promise<void> {
  await printList(session, {
    path: '/v1/retention/survival/customers',
    parameters,
    limit,
    none: 'There are no such customers.',
    about: ({ count, definition: { present } }) => `${grouped(count)} customers. ${presentText(present)}.`,
    columns: ({ definition: { by } }) => [
      { title: 'customer', key: true, value: ({ customerId }) => customerId },
      { title: 'began', value: ({ began }) => began },
      { title: 'ended', value: ({ ended }) => ended },
      { title: 'days', align: 'right', value: ({ days }) => days },
      { title: 'row', align: 'right', value: ({ period }) => period },
      { title: 'outcome', value: ({ outcome }) => outcome },
      ...(by === null ? [] : [{ title: by, value: ({ group }: { readonly group?: string | number | boolean | null }) => group?.toString() ?? null }]),
    ],
  });
}

/** The customers of a cohort, or of all, who were there in a known period or later. */
export async function printStayingCustomers(
  session: Session,
  parameters: Query<'/v1/retention/projection/customers'>,
  limit: number | undefined,
): Promise<void> {
  await printList(session, {
    path: '/v1/retention/projection/customers',
    parameters,
    limit,
    none: 'There are no such customers.',
    about: ({ count, definition: { present } }) => `${grouped(count)} customers. ${presentText(present)}.`,
    columns: [
      { title: 'customer', key: true, value: ({ customerId }) => customerId },
      { title: 'cohort', value: ({ cohort }) => cohort },
      { title: 'last there', align: 'right', value: ({ lastPeriod }) => lastPeriod ?? 'still' },
    ],
  });
}
