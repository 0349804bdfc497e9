import { describeFit, type Fit, type FitOptions } from '../fit.js';
import { fitAtLimit } from '../limits.js';
import { betaGeometricObjective } from './beta-geometric-likelihood.js';
import { betaGeometricLimits } from './beta-geometric-limits.js';
import { betaGeometricPredictions, parameterNames } from './beta-geometric-predictions.js';
import { searchWithDropout } from './beta-geometric-search.js';
import type { FirstChance } from './dropout-levels.js';
import { arrange } from './grouped-likelihood.js';
import { maximiseNbd } from './nbd.js';
import { noDropout } from './no-dropout.js';
import type { PurchaseModel, PurchaseModelName } from './purchase-model.js';
import type { PurchaseGroups } from './statistics.js';

/**
 * BG/NBD and MBG/NBD: Poisson purchasing at gamma(r, alpha) rates; at each chance (every repeat purchase, and in MBG
 * the first one too) the customer leaves with a probability that is beta(a, b) between customers.
 */
export function betaGeometricModel(name: PurchaseModelName, firstChance: FirstChance): PurchaseModel {
  return {
    ...betaGeometricPredictions(name, firstChance, () => 1),

    fit(groups: PurchaseGroups, options: FitOptions = {}): Fit {
      const data = arrange(groups, parameterNames.length);
      const floor = maximiseNbd(data);
      const likelihood = { stages: 1, of: (each: typeof data) => betaGeometricObjective(each, firstChance) };
      const { maximum, objective } = searchWithDropout(likelihood, groups, data, floor, options.start);
      const { customers, transactions } = data;
      const described = { model: name, parameterNames, customers, transactions, timeUnit: groups.timeUnit };
      const unidentified = noDropout(maximum, floor, customers);
      const fit = describeFit(described, maximum, null);
      const atLimit = fit.logCovariance === null ? fitAtLimit(betaGeometricLimits, described, data, objective, maximum) : null;
      const { standardErrors, boundary, ...found } = atLimit ?? fit;
      return { ...found, standardErrors: unidentified === null ? standardErrors : null, boundary: unidentified ?? boundary };
    },
  };
}
