import type { Query } from '@tenure/client';
import { printList } from '../list.js';
import { presentText } from '../output/present.js';
import { type Column, grouped } from '../output/table.js';
import type { Session } from '../session.js';

/** The customers of a cohort or of all, or of one period of it. */
export async function printCellCustomers(session: Session, parameters: Query<'/v1/retention/customers'>, limit: number | undefined): Promise<void> {
  await printList(session, {
    path: '/v1/retention/customers',
    parameters,
    limit,
    none: 'There are no such customers.',
    about: ({ count, definition: { cohort, present } }) => `${grouped(count)} customers${cohort === null ? '' : ` of ${cohort}`}. ${presentText(present)}.`,
    columns: ({ definition: { by } }) => [
      { title: 'customer', key: true, value: ({ customerId }) => customerId },
      { title: 'first purchase', value: ({ firstPurchase }) => firstPurchase },
      { title: 'last purchase', value: ({ lastPurchase }) => lastPurchase },
      { title: 'purchases', align: 'right', value: ({ purchases }) => purchases },
      ...groupColumn(by),
    ],
  });
}

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
      ...groupColumn(by),
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

interface Grouped {
  readonly group?: string | number | boolean | null;
}

const groupColumn = (by: string | null): Column<Grouped>[] => (by === null ? [] : [{ title: by, value: ({ group }) => group?.toString() ?? null }]);
