import {
  calibrateOutcomes,
  groupHistories,
  HazardLikelihood,
  historyInUnit,
  isSilentAfter,
  learnHazard,
  ModelError,
  type OutcomeCalibration,
  type PurchaseHistory,
  type PurchaseModel,
  type PurchaseModelName,
  purchaseModels,
} from '@tenure/models';
import type { CustomerRecords } from './customer-records.js';
import { recordsBy } from './fit-hazard.js';
import { everybody } from './population.js';
import type { TestedCustomer, WhatHappened } from './what-happened.js';

/** What a model learnt on the data up to a day, and says of the horizon after it. */
export interface BacktestedLikelihoods {
  readonly parameters: Readonly<Record<string, number>>;
  readonly boundary: string | null;
  /** ln-odds of no purchase, as the model says them, and whether the customer did not buy. */
  readonly logOdds: Float64Array;
  readonly silent: Uint8Array;
  readonly outcomes: OutcomeCalibration | { readonly notEnoughData: string };
  /** Expected purchases of each of the tested customers. */
  readonly expected: Float64Array;
}

const unit = 'week';
const daysPerWeek = 7;

/** `from`: the day, since 1970; `length`: of the horizon in days. */
export function purchaseLikelihoods(name: PurchaseModelName, { customers, knownDays }: WhatHappened, from: number, length: number): BacktestedLikelihoods {
  const model = purchaseModels[name];
  const { parameters, boundary } = model.fit(
    groupHistories(
      customers.map(({ known }) => known),
      unit,
    ),
  );
  const histories = customers.map(({ known }) => historyInUnit(known, unit));
  const outcomes = calibrateOutcomes({ model, unit, horizon: length }, knownDays, from);
  return {
    parameters,
    boundary,
    logOdds: Float64Array.from(histories, (one) => model.noPurchaseLogOdds(parameters, one, length / daysPerWeek)),
    silent: Uint8Array.from(customers, ({ came }) => Number(came === 0)),
    outcomes: typeof outcomes === 'string' ? { notEnoughData: outcomes } : outcomes,
    expected: expectedOf(model, parameters, histories, length),
  };
}

/**
 * By the hazard model, learnt for this very horizon; purchases are expected by the model of purchases within it.
 * @throws ModelError (too-little-data)
 */
export async function hazardLikelihoods(
  records: CustomerRecords,
  customers: readonly TestedCustomer[],
  from: number,
  length: number,
): Promise<BacktestedLikelihoods> {
  const { sample } = await recordsBy(records, from, everybody);
  const learnt = learnHazard(sample, from, length);
  if (typeof learnt === 'string') throw new ModelError('too-little-data', learnt, 'Take a later day or a shorter horizon.');
  const { purchases } = learnt;
  if (purchases === null) throw new ModelError('too-little-data', 'No model of purchases could be fitted on what was known.', 'Take a later day.');
  const likelihood = new HazardLikelihood(learnt);
  const logOdds: number[] = [];
  const silent: number[] = [];
  for await (const chunk of records.read()) {
    for (const record of chunk) {
      if (record.purchases.length === 0 || record.purchases[0]! > from) continue;
      logOdds.push(likelihood.logOdds(record, from));
      silent.push(Number(isSilentAfter(record.purchases, from, length)));
    }
  }
  const { horizon, at, customers: learntFrom, baseRate, line, season, spread, spreadGrowth } = learnt;
  return {
    parameters: {},
    boundary: null,
    logOdds: Float64Array.from(logOdds),
    silent: Uint8Array.from(silent),
    outcomes: { horizon, at, customers: learntFrom, baseRate, line, season, spread, ...(spreadGrowth !== undefined && { spreadGrowth }) },
    expected: expectedOf(
      purchaseModels[purchases.model],
      purchases.parameters,
      customers.map(({ known }) => historyInUnit(known, purchases.unit)),
      length,
    ),
  };
}

function expectedOf(
  model: PurchaseModel,
  parameters: BacktestedLikelihoods['parameters'],
  histories: readonly PurchaseHistory[],
  length: number,
): Float64Array {
  return Float64Array.from(histories, (one) => model.expectedPurchases(parameters, one, length / daysPerWeek));
}
