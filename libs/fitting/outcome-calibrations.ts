import { calibrateOutcomes, type OutcomeCalibration, type PurchaseDays, type PurchaseModel, type TimeUnit } from '@tenure/models';
import type { UntestedHorizon } from '@tenure/querying';

/** In days; any other horizon uses the nearest. */
const horizons = [30, 90, 180, 365] as const;

/** How often the likelihoods of a model came true, at each horizon. `until`: the last day that is known, since 1970. */
export function outcomeCalibrations(model: PurchaseModel, unit: TimeUnit, days: PurchaseDays, until: number): (OutcomeCalibration | UntestedHorizon)[] {
  return horizons.map((horizon) => {
    const found = calibrateOutcomes({ model, unit, horizon }, days, until);
    return typeof found === 'string' ? { horizon, notEnoughData: found } : found;
  });
}
