import type { Row } from '@tenure/querying';
import type { CustomerMovements, RevenueAnswer, RevenueMovements } from './answer.js';
import { movements } from './movements.js';

const terms = ['granularity', 'timezone', 'over', 'period', 'opens', 'closes', 'inProgress', 'currency'] as const;
const rates = ['retention', 'low', 'high', 'grossRetention', 'netRetention'] as const;

const ofMoney = movements.filter((movement) => movement !== 'retained');
const ofCustomers = movements.filter((movement) => movement !== 'contraction' && movement !== 'expansion');

/** Of each movement so many customers, and except for who was retained, so many minor units a month. */
export const revenueColumns: readonly string[] = [
  ...terms,
  ...movements.flatMap((movement) => (movement === 'retained' ? [`${movement}Customers`] : [`${movement}Customers`, `${movement}Minor`])),
  ...rates,
];

/** For each period a row of all customers, without a currency, and one of each currency. */
export function* revenueRows({ definition: { granularity, timezone, over }, periods }: RevenueAnswer): Iterable<Row> {
  const empty = Object.fromEntries(revenueColumns.map((column) => [column, null]));
  for (const { period, opens, closes, inProgress = false, customers, revenue } of periods) {
    const row = { ...empty, granularity, timezone, over, period, opens, closes, inProgress };
    const { rate = null, low = null, high = null } = customers.retention ?? {};
    yield { ...row, ...customerColumns(customers), retention: rate, low, high };
    for (const cells of revenue) {
      const { currency, grossRetention, netRetention } = cells;
      yield { ...row, currency, ...moneyColumns(cells), grossRetention, netRetention };
    }
  }
}

function customerColumns(cells: CustomerMovements): Row {
  return Object.fromEntries(ofCustomers.map((movement) => [`${movement}Customers`, cells[movement]?.count ?? null]));
}

function moneyColumns(cells: RevenueMovements): Row {
  return Object.fromEntries(
    ofMoney.flatMap((movement) => [
      [`${movement}Customers`, cells[movement]?.count ?? null],
      [`${movement}Minor`, cells[movement]?.amount.minor ?? null],
    ]),
  );
}
