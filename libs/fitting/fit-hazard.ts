import { type CustomerRecord, type Fit, type HazardHorizon, hazardModelName, type LearningSample, learnHazard, ModelError } from '@tenure/models';
import type { UntestedHorizon } from '@tenure/querying';
import type { CustomerRecords } from './customer-records.js';
import { EveryNth } from './every-nth.js';
import { testedHorizons } from './horizons.js';
import { mostCustomersOfLines } from './outcome-calibrations.js';
import type { Population } from './population.js';

export interface HazardFitted extends Fit {
  readonly hazard: readonly (HazardHorizon | UntestedHorizon)[];
}

/** Another one where anything that the model learns from was recorded, corrected or taken back. */
export const hazardChecksum = ({ checksum, signals }: LearningSample): number => checksum + signals;

/**
 * Learns the likelihood of leaving from what customers did, at each tested horizon. `until`: the last day to learn from, since 1970.
 * @throws ModelError (too-little-data) where no horizon can be learnt
 */
export async function fitHazard(records: CustomerRecords, population: Population, until: number): Promise<HazardFitted> {
  const { sample, customers, purchaseDays } = await recordsBy(records, until, population);
  const hazard = testedHorizons.map((horizon) => {
    const found = learnHazard(sample, until, horizon);
    return typeof found === 'string' ? { horizon, notEnoughData: found } : found;
  });
  const learnt = hazard.filter((each): each is HazardHorizon => 'terms' in each);
  if (learnt.length === 0) {
    const reason = hazard.flatMap((each) => ('notEnoughData' in each ? [each.notEnoughData] : [])).at(0);
    throw new ModelError('too-little-data', reason!, 'Observe for longer or take more customers.');
  }
  return {
    model: hazardModelName,
    parameters: {},
    standardErrors: null,
    logCovariance: null,
    logLikelihood: null,
    aic: null,
    bic: null,
    customers,
    transactions: purchaseDays - customers,
    timeUnit: null,
    converged: true,
    boundary: null,
    iterations: learnt.reduce((most, { iterations }) => Math.max(most, iterations), 0),
    gradientNorm: learnt.reduce((most, { gradientNorm }) => Math.max(most, gradientNorm), 0),
    hazard,
  };
}

/** A sample of the customers who had bought by a day, and how many they are in all. Records reach beyond the day: learning reads no further. */
export async function recordsBy(
  records: CustomerRecords,
  day: number,
  population: Population,
): Promise<{ readonly sample: readonly CustomerRecord[]; readonly customers: number; readonly purchaseDays: number }> {
  const sampled = new EveryNth<CustomerRecord>(mostCustomersOfLines);
  let customers = 0,
    purchaseDays = 0;
  for await (const chunk of records.read()) {
    for (const record of chunk) {
      const { purchases } = record;
      if (purchases.length === 0 || purchases[0]! > day || !population.includes(purchases[0]!)) continue;
      sampled.add(record);
      customers += 1;
      for (let i = 0; i < purchases.length && purchases[i]! <= day; i += 1) purchaseDays += 1;
    }
  }
  return { sample: sampled.kept, customers, purchaseDays };
}
