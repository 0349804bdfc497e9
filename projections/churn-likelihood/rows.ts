import type { Row } from '@tenure/querying';
import type { ChurnAnswer } from './answers.js';

export const churnColumns = [
  'customerId',
  'probability',
  'low',
  'high',
  'intervalOf',
  'modelLow',
  'modelHigh',
  'uncalibrated',
  'outcomesHorizons',
  'outcomesAt',
  'horizon',
  'about',
  'probabilityAlive',
  'purchases',
  'firstPurchase',
  'lastPurchase',
  'daysSinceLastPurchase',
  'reason',
  'model',
  'modelVersion',
  'modelPosition',
  'overrideProbability',
  'overrideExpiresOn',
  'notEnoughData',
] as const;

/** One score as a flat row, with the strongest reason only. */
export function churnRow(score: ChurnAnswer): Row {
  const row: Row = Object.fromEntries(churnColumns.map((column) => [column, null]));
  const { customerId, probability, horizon, about, override } = score;
  const stated = { overrideProbability: override?.probability ?? null, overrideExpiresOn: override?.expiresOn ?? null };
  Object.assign(row, { customerId, probability, horizon, about, ...stated });
  if (score.probability === null) return Object.assign(row, { notEnoughData: score.notEnoughData });
  const { low, high, intervalOf, modelLow, modelHigh, uncalibrated, outcomes, probabilityAlive, facts, reasons, model } = score;
  return Object.assign(row, {
    low,
    high,
    intervalOf,
    modelLow,
    modelHigh,
    uncalibrated,
    outcomesHorizons: outcomes.checked ? outcomes.horizons.join(' ') : null,
    outcomesAt: outcomes.checked ? outcomes.at : null,
    probabilityAlive,
    ...facts,
    reason: reasons[0]?.text ?? null,
    model: model.name,
    modelVersion: model.version,
    modelPosition: model.position,
  });
}
