import type { Row } from '@tenure/querying';
import { type PastCost, totalCost } from './past-costs.js';
import type { ValueSplit } from './split-value.js';
import type { CustomerValue, NoValue } from './valuer.js';

export const valueColumns = [
  'customerId',
  'valueMinor',
  'valueLowMinor',
  'valueHighMinor',
  'currency',
  'pastMinor',
  'futureIfActiveMinor',
  'lostToLeavingMinor',
  'expectedPurchases',
  'ofInfinite',
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
  'outlier',
  'notEnoughData',
  'ownMargin',
  'earnedMinor',
  'complaintCostMinor',
  'visitCostMinor',
  'acquisitionCostMinor',
] as const;

export function valueRow(answer: CustomerValue | NoValue): Row {
  const row: Row = Object.fromEntries(valueColumns.map((column) => [column, null]));
  const { customerId, horizon, discountRate, margin, about } = answer;
  Object.assign(row, { customerId, horizon, discountRate, margin, about });
  const { expectedPurchases = null, ofInfinite = null, probabilityAlive = null, facts, models } = answer;
  Object.assign(row, {
    expectedPurchases,
    ofInfinite,
    probabilityAlive,
    purchases: facts?.purchases ?? null,
    firstPurchase: facts?.firstPurchase ?? null,
    lastPurchase: facts?.lastPurchase ?? null,
    purchaseModel: models?.purchases.name ?? null,
    purchaseModelPosition: models?.purchases.position ?? null,
  });
  if (answer.value === null) return Object.assign(row, { notEnoughData: answer.notEnoughData });
  const { value, interval, expectedSpend, parts, ownMargin = null, outlier = null } = answer;
  return Object.assign(row, {
    valueMinor: value.minor,
    valueLowMinor: interval?.low.minor ?? null,
    valueHighMinor: interval?.high.minor ?? null,
    pastMinor: parts.past.minor,
    futureIfActiveMinor: parts.futureIfActive.minor,
    lostToLeavingMinor: parts.lostToLeaving.minor,
    currency: value.currency,
    expectedSpendMinor: expectedSpend.amount.minor,
    priorMeanMinor: expectedSpend.priorMean.minor,
    ownMeanMinor: expectedSpend.ownMean?.minor ?? null,
    ownWeight: expectedSpend.ownWeight,
    spendModelPosition: answer.models.spend.position,
    outlier,
    ownMargin,
    earnedMinor: parts.earned.minor,
    complaintCostMinor: costOfAll(parts, 'complaint'),
    visitCostMinor: costOfAll(parts, 'visit'),
    acquisitionCostMinor: costOfAll(parts, 'acquisition'),
  });
}

/** Null where none is stated in the currency of the value. */
function costOfAll({ costs }: ValueSplit, of: PastCost['of']): number | string | null {
  const lines = costs.filter((cost) => cost.of === of);
  if (lines.length === 0) return null;
  return totalCost(lines, lines[0]!.amount.currency).minor;
}
