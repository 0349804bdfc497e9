import type { Row } from '@tenure/querying';
import type { CustomerValue, NoValue } from './valuer.js';

export const valueColumns = [
  'customerId',
  'valueMinor',
  'currency',
  'expectedPurchases',
  'probabilityAlive',
  'expectedSpendMinor',
  'priorMeanMinor',
  'ownMeanMinor',
  'ownWeight',
  'horizon',
  'discountRate',
  'margin',
  'about',
  'purchases',
  'firstPurchase',
  'lastPurchase',
  'purchaseModel',
  'purchaseModelPosition',
  'spendModelPosition',
  'notEnoughData',
] as const;

export function valueRow(answer: CustomerValue | NoValue): Row {
  const row: Row = Object.fromEntries(valueColumns.map((column) => [column, null]));
  const { customerId, horizon, discountRate, margin, about } = answer;
  Object.assign(row, { customerId, horizon, discountRate, margin, about });
  if (answer.value === null) return Object.assign(row, { notEnoughData: answer.notEnoughData });
  const { value, expectedPurchases, probabilityAlive, expectedSpend, facts, models } = answer;
  return Object.assign(row, {
    valueMinor: value.minor,
    currency: value.currency,
    expectedPurchases,
    probabilityAlive,
    expectedSpendMinor: expectedSpend.amount.minor,
    priorMeanMinor: expectedSpend.priorMean.minor,
    ownMeanMinor: expectedSpend.ownMean?.minor ?? null,
    ownWeight: expectedSpend.ownWeight,
    purchases: facts.purchases,
    firstPurchase: facts.firstPurchase,
    lastPurchase: facts.lastPurchase,
    purchaseModel: models.purchases.name,
    purchaseModelPosition: models.purchases.position,
    spendModelPosition: models.spend.position,
  });
}
