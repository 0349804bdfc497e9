import { calibrateOutcomes, type OutcomeCalibration, type PurchaseDays, type PurchaseModel, type TimeUnit } from '@tenure/models';
import type { UntestedHorizon } from '@tenure/querying';
import { testedHorizons } from './horizons.js';

/** This many customers locate a line to a hundredth; more would only take longer. */
export const mostCustomersOfLines = 40_000;

/** How often the likelihoods of a model came true, at each horizon. `until`: the last day that is known, since 1970. */
export function outcomeCalibrations(model: PurchaseModel, unit: TimeUnit, days: PurchaseDays, until: number): (OutcomeCalibration | UntestedHorizon)[] {
  return testedHorizons.map((horizon) => {
    const found = calibrateOutcomes({ model, unit, horizon }, days, until);
    return typeof found === 'string' ? { horizon, notEnoughData: found } : found;
  });
}
