import type { Parameters } from '../fit.js';
import { ModelError } from '../model-error.js';
import type { PurchaseModel } from '../purchases/purchase-model.js';
import { daysPerUnit, groupHistories, historyInUnit, type TimeUnit } from '../purchases/statistics.js';
import type { Outcomes } from './purchase-days.js';

/** A model to be tested: fitted on what is known on a day, and evaluated for a horizon in days. */
export interface Tested {
  readonly model: PurchaseModel;
  readonly unit: TimeUnit;
  readonly horizon: number;
}

/** The fewest customers with known outcomes, and the fewest who bought and who did not buy. */
export const fewestCustomers = 200;
export const fewestOfEach = 20;

/** How often, and how far apart in days, a rule is checked on outcomes that are known. */
export const mostChecks = 6;
export const daysBetweenChecks = 30;

export const isEnough = ({ known, silentCustomers }: Outcomes): boolean =>
  known.length >= fewestCustomers && silentCustomers >= fewestOfEach && known.length - silentCustomers >= fewestOfEach;

/** Null if the search does not converge, or if too few of the customers bought again for it. */
export function fitOn({ model, unit }: Tested, { known }: Outcomes): Parameters | null {
  try {
    const { converged, parameters } = model.fit(groupHistories(known, unit));
    return converged ? parameters : null;
  } catch (error) {
    if (error instanceof ModelError && error.code === 'too-little-data') return null;
    throw error;
  }
}

export function logOddsOf({ model, unit, horizon }: Tested, parameters: Parameters, { known }: Outcomes): Float64Array {
  const ahead = horizon / daysPerUnit[unit];
  return Float64Array.from(known, (one) => model.noPurchaseLogOdds(parameters, historyInUnit(one, unit), ahead));
}
