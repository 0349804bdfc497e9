import { describeFit, type Fit, type FitOptions, type FittedData, type Parameters } from '../fit.js';
import { fitAtLimit, maximiseAt } from '../limits.js';
import { ModelError } from '../model-error.js';
import { betaGeometricLimits, withoutDropout } from './beta-geometric-limits.js';
import { betaGeometricPredictions, parameterNames } from './beta-geometric-predictions.js';
import { searchWithDropout } from './beta-geometric-search.js';
import { condensedObjective, gapsInLikelihood, inStages } from './condensed-likelihood.js';
import type { FirstChance } from './dropout-levels.js';
import { arrange, type LikelihoodData } from './grouped-likelihood.js';
import { noDropout } from './no-dropout.js';
import type { PurchaseModel, PurchaseModelName } from './purchase-model.js';
import type { GapSums, PurchaseGroups } from './statistics.js';

/** The most regular purchases that are tried: gaps with a standard deviation of 29 % of their mean. */
const mostStages = 12;

/**
 * BG/CNBD-k and MBG/CNBD-k, Platzer & Reutterer (2016), "Ticking Away the Moments: Timing Regularity Helps to Better Predict Customer
 * Activity", Marketing Science 35(5): as BG/NBD and MBG/NBD, but purchases come at Erlang-k gaps, at the end of k stages that each end
 * at the customer's own rate. k is one whole number for all. Its likelihood is that of all times between purchases, and so comparable with
 * those of the models without k.
 */
export function condensedModel(name: PurchaseModelName, firstChance: FirstChance): PurchaseModel {
  return {
    ...betaGeometricPredictions(name, firstChance, ({ k }) => k!),

    /** The k of the start, or else of the estimate by Wheat & Morrison, and on in the direction in which the likelihood rises. */
    fit(groups: PurchaseGroups, { start }: FitOptions = {}): Fit {
      const gaps = gapsOf(groups);
      const data = arrange(groups, parameterNames.length);
      const fitAt = (k: number, from?: Parameters) => fitWith(name, firstChance, groups, gaps, data, k, from);
      let best = fitAt(start?.k ?? Math.min(mostStages, Math.max(1, Math.round(gaps.regularity ?? 1))), start);
      for (const step of [1, -1]) {
        const from = best.k;
        for (let k = from + step; k >= 1 && k <= mostStages; k += step) {
          const next = fitAt(k, neighbour(best, k));
          if (!(next.logLikelihood > best.logLikelihood)) break;
          best = next;
        }
        if (best.k !== from) break;
      }
      return best.fit;
    },
  };
}

interface FitAtK {
  readonly k: number;
  readonly fit: Fit;
  /** -Infinity where it did not converge. */
  readonly logLikelihood: number;
  /** Neither at a limit nor without dropout. */
  readonly isOrdinary: boolean;
}

function gapsOf({ gaps }: PurchaseGroups): GapSums {
  if (gaps !== undefined) return gaps;
  throw new ModelError(
    'invalid-input',
    'The groups lack the sums over times between purchases.',
    'Add up the customers with PurchaseGaps, and give its sums with the groups.',
  );
}

/** An ordinary optimum at one k is close to that at the next; its stages are shorter by as much as they are more. */
function neighbour({ k: before, fit: { parameters }, isOrdinary }: FitAtK, k: number): Parameters | undefined {
  return isOrdinary ? { ...parameters, alpha: (parameters.alpha! * before) / k } : undefined;
}

function fitWith(
  name: PurchaseModelName,
  firstChance: FirstChance,
  groups: PurchaseGroups,
  gaps: GapSums,
  data: LikelihoodData,
  k: number,
  start: Parameters | undefined,
): FitAtK {
  const { customers, transactions } = data;
  const likelihood = { stages: k, of: (each: LikelihoodData) => condensedObjective(each, firstChance, k) };
  const ofStages = inStages(data, k);
  const floor = maximiseAt(withoutDropout, ofStages, likelihood.of(data));
  const { maximum, objective } = searchWithDropout(likelihood, groups, data, floor, start);
  const described: FittedData = { model: name, parameterNames, customers, transactions, timeUnit: groups.timeUnit };
  const unidentified = noDropout(maximum, floor, customers);
  const ordinary = describeFit(described, maximum, null);
  const atLimit = ordinary.logCovariance === null ? fitAtLimit(betaGeometricLimits, described, ofStages, objective, maximum) : null;
  const found = atLimit ?? ordinary;
  const logLikelihood = found.logLikelihood! + gapsInLikelihood(gaps.logs, transactions, k);
  const more = logLikelihood - found.logLikelihood!;
  const boundary = unidentified ?? found.boundary;
  const fit: Fit = {
    ...found,
    parameters: { ...found.parameters, k },
    standardErrors: unidentified === null ? found.standardErrors : null,
    logLikelihood,
    aic: found.aic! + 2 - 2 * more, // k is a parameter, too
    bic: found.bic! + Math.log(customers) - 2 * more,
    boundary: boundary ?? atEdge(k),
  };
  return { k, fit, logLikelihood: fit.converged ? logLikelihood : -Infinity, isOrdinary: boundary === null };
}

function atEdge(k: number): string | null {
  if (k === 1) return 'k is 1: purchases are no more regular than chance, and this is the model without k.';
  return k === mostStages ? `k is ${mostStages}, the most that is tried: purchases may be more regular still.` : null;
}
