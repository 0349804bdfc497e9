import { wilsonInterval } from '../numerics/wilson-interval.js';
import { probabilityOfLogOdds } from '../purchases/no-purchase.js';
import { type CalibrationLine, calibrationLine, softplus } from './calibration-line.js';

/** How well probabilities predicted what happened. */
export interface Assessment {
  readonly customers: number;
  /** The share of customers to whom it happened. */
  readonly baseRate: number;
  readonly meanProbability: number;
  /** P(a customer to whom it happened had the higher probability); null where it happened to all or to nobody. */
  readonly auc: number | null;
  /** Mean squared error of the probabilities, Brier (1950). */
  readonly brier: number;
  readonly brierParts: BrierParts;
  /** Mean of -ln(probability of the actual outcome). */
  readonly logLoss: number;
  /** Null where no line can be fitted: see `calibrationLine`. */
  readonly calibrationLine: CalibrationLine | null;
  /** Mean distance of the rates of `calibration` from the predictions, weighted by customers (expected calibration error). */
  readonly calibrationError: number;
  /** Rate among the tenth with the highest probabilities, over the base rate; null where it happened to nobody. */
  readonly topDecileLift: number | null;
  /** The share of those to whom it happened that is within the highest tenth, two tenths, ... of probabilities; null where it happened to nobody. */
  readonly gains: readonly number[] | null;
  /** The tenths of the scale from 0 to 1 that contain a customer. */
  readonly calibration: readonly CalibrationBin[];
}

/**
 * Brier score = reliability - resolution + uncertainty + withinBins (Murphy 1973; Stephenson, Coelho & Jolliffe 2008): how far the
 * rates of the bins are from the predictions, how far from the base rate, what the base rate leaves open, and what the
 * bins hide.
 */
export interface BrierParts {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly withinBins: number;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly meanProbability: number;
  readonly observed: number;
  /** 95 % interval of the observed rate (Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

const bins = 10;

/** `logOdds`: ln(p / (1 - p)) of one customer or more; `happened[i]` is 1 where the event predicted by `logOdds[i]` happened, otherwise 0. */
export function assess(logOdds: Float64Array, happened: Uint8Array): Assessment {
  const customers = logOdds.length;
  const probabilities = logOdds.map(probabilityOfLogOdds);
  const order = Uint32Array.from(logOdds.keys()).sort((left, right) => logOdds[left]! - logOdds[right]! || left - right);
  let events = 0,
    sum = 0,
    squares = 0,
    losses = 0;
  for (let i = 0; i < customers; i += 1) {
    events += happened[i]!;
    sum += probabilities[i]!;
    squares += (probabilities[i]! - happened[i]!) ** 2;
    losses += softplus(happened[i]! === 1 ? -logOdds[i]! : logOdds[i]!);
  }
  const baseRate = events / customers;
  const brier = squares / customers;
  const calibration = calibrationOf(probabilities, happened);
  const top = order.subarray(customers - Math.max(1, Math.floor(customers / bins)));
  const inTop = top.reduce((count, i) => count + happened[i]!, 0) / top.length;
  return {
    customers,
    baseRate,
    meanProbability: sum / customers,
    auc: areaUnderCurve(logOdds, happened),
    brier,
    brierParts: partsOf(brier, baseRate, calibration, customers),
    logLoss: losses / customers,
    calibrationLine: events === 0 || events === customers ? null : calibrationLine(logOdds, happened),
    calibrationError: overCustomers(calibration, customers, ({ meanProbability, observed }) => Math.abs(meanProbability - observed)),
    topDecileLift: events === 0 ? null : inTop / baseRate,
    gains: events === 0 ? null : gainsOf(order, happened, events),
    calibration,
  };
}

/**
 * P(a customer to whom it happened ranks above one to whom it did not), equal ranks counting one half (Mann & Whitney 1947); null
 * where it happened to all or to nobody.
 */
export function areaUnderCurve(ranking: Float64Array, happened: Uint8Array): number | null {
  const order = Uint32Array.from(ranking.keys()).sort((left, right) => ranking[left]! - ranking[right]!);
  const events = happened.reduce((count, each) => count + each, 0);
  if (events === 0 || events === order.length) return null;
  let ranks = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    let among = 0;
    for (to = from; to < order.length && ranking[order[to]!] === ranking[order[from]!]; to += 1) among += happened[order[to]!]!;
    ranks += (among * (from + 1 + to)) / 2;
  }
  return (ranks - (events * (events + 1)) / 2) / (events * (order.length - events));
}

const overCustomers = (calibration: readonly CalibrationBin[], customers: number, of: (bin: CalibrationBin) => number): number =>
  calibration.reduce((sum, bin) => sum + (bin.customers / customers) * of(bin), 0);

function partsOf(brier: number, baseRate: number, calibration: readonly CalibrationBin[], customers: number): BrierParts {
  const reliability = overCustomers(calibration, customers, ({ meanProbability, observed }) => (meanProbability - observed) ** 2);
  const resolution = overCustomers(calibration, customers, ({ observed }) => (observed - baseRate) ** 2);
  const uncertainty = baseRate * (1 - baseRate);
  return { reliability, resolution, uncertainty, withinBins: brier - (reliability - resolution + uncertainty) };
}

function gainsOf(order: Uint32Array, happened: Uint8Array, events: number): number[] {
  const gains: number[] = [];
  let found = 0;
  let at = order.length;
  for (let tenth = 1; tenth <= bins; tenth += 1) {
    const from = order.length - Math.round((tenth * order.length) / bins);
    while (at > from) found += happened[order[--at]!]!;
    gains.push(found / events);
  }
  return gains;
}

function calibrationOf(probabilities: Float64Array, happened: Uint8Array): CalibrationBin[] {
  const held = Array.from({ length: bins }, () => ({ customers: 0, sum: 0, events: 0 }));
  probabilities.forEach((probability, i) => {
    const bin = held[Math.min(bins - 1, Math.floor(probability * bins))]!;
    bin.customers += 1;
    bin.sum += probability;
    bin.events += happened[i]!;
  });
  return held.flatMap(({ customers, sum, events }, i) => {
    const interval = wilsonInterval(events, customers);
    if (interval === null) return [];
    const { rate: observed, low, high } = interval;
    return [{ from: i / bins, to: (i + 1) / bins, customers, meanProbability: sum / customers, observed, low, high }];
  });
}
