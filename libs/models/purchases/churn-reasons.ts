import type { Parameters } from '../fit.js';
import { reasonsInOrder } from '../outcomes/reasons-in-order.js';
import type { PurchaseModel } from './purchase-model.js';
import { requireHistory } from './purchase-model.js';
import { daysPerUnit, type PurchaseHistory, type TimeUnit } from './statistics.js';

export interface ChurnReason {
  readonly feature: 'recency-against-own-rhythm' | 'frequency' | 'age';
  /**
   * recency-against-own-rhythm: time since the last purchase over the customer's own mean time between purchases, null
   * for one who has no rhythm yet (x = 0); frequency: repeat purchases; age: in the unit of the fit.
   */
  readonly value: number | null;
  /** The same of the typical customer. */
  readonly typical: number | null;
  /** In log-odds of no purchase; positive raises the probability. */
  readonly contribution: number;
  /** A sentence for an account manager. */
  readonly text: string;
}

/** Answered log-odds = level + slope x log-odds of the model, slope above 0. */
export interface CalibratedBy {
  readonly level: number;
  readonly slope: number;
}

const asTheModelSays: CalibratedBy = { level: 0, slope: 1 };

/** Whether each feature is the customer's own (true) or the typical customer's: frequency, rhythm, age. */
type Mixture = readonly [x: boolean, rhythm: boolean, T: boolean];

/** (T - tx) / (tx / x): 1 when the time since the last purchase equals the usual time between purchases. */
const overdue = ({ x, tx, T }: PurchaseHistory): number | null => (x === 0 ? null : (x * (T - tx)) / tx);

/**
 * Why P(no purchase in (T, T + horizon]) of this customer differs from the typical one's (see `typicalBuyer`):
 * Shapley values of the log-odds over frequency, recency against the own rhythm, and age. Contributions sum to
 * logit(p) - logit(p of the typical customer). A mixture of two histories is a possible history: tx follows from the others
 * as x T / (x + rhythm). A customer without rhythm takes the typical one's, so that the whole effect of having bought only once
 * counts as frequency. At the same frequency and age a longer silence never lowers the probability, unless purchases come at
 * regular times: then a customer may be due. If the customer is more likely
 * than not to stay away, or more likely than the typical one, reasons that raise the probability come first, otherwise those that
 * lower it; the largest first.
 */
export function churnReasons(
  model: PurchaseModel,
  parameters: Parameters,
  history: PurchaseHistory,
  horizon: number,
  typical: PurchaseHistory,
  unit: TimeUnit = 'day',
  { level, slope }: CalibratedBy = asTheModelSays,
): ChurnReason[] {
  requireHistory(history);
  requireHistory(typical);
  const typicalRhythm = overdue(typical) ?? 1;
  const ownRhythm = overdue(history) ?? typicalRhythm;

  const logOdds = (...own: Mixture): number => {
    const x = own[0] ? history.x : typical.x;
    const T = own[2] ? history.T : typical.T;
    const rhythm = own[1] ? ownRhythm : typicalRhythm;
    return model.noPurchaseLogOdds(parameters, { x, tx: x === 0 ? 0 : Math.min(T, (x * T) / (x + rhythm)), T }, horizon);
  };
  const none = model.noPurchaseLogOdds(parameters, typical, horizon);
  const all = model.noPurchaseLogOdds(parameters, history, horizon);
  const x = logOdds(true, false, false),
    rhythm = logOdds(false, true, false),
    T = logOdds(false, false, true);
  const xRhythm = logOdds(true, true, false),
    xT = logOdds(true, false, true),
    rhythmT = logOdds(false, true, true);
  /** Shapley (1953) for three: its gain alone, its gains together with each other one, and its gain together with both. */
  const shapley = (alone: number, other1: number, with1: number, other2: number, with2: number, both: number): number =>
    slope * ((alone - none) / 3 + (with1 - other1) / 6 + (with2 - other2) / 6 + (all - both) / 3);

  const reasons: ChurnReason[] = [
    {
      feature: 'recency-against-own-rhythm',
      value: overdue(history),
      typical: overdue(typical),
      contribution: shapley(rhythm, x, xRhythm, T, rhythmT, xT),
      text: recencyText(history, unit),
    },
    {
      feature: 'frequency',
      value: history.x,
      typical: typical.x,
      contribution: shapley(x, rhythm, xRhythm, T, xT, rhythmT),
      text: frequencyText(history, typical),
    },
    {
      feature: 'age',
      value: history.T,
      typical: typical.T,
      contribution: shapley(T, x, xT, rhythm, rhythmT, xRhythm),
      text: `a customer for ${days(history.T, unit)}; typically ${days(typical.T, unit)}`,
    },
  ];
  return reasonsInOrder(reasons, level + slope * all, level + slope * none);
}

function days(time: number, unit: TimeUnit): string {
  const count = Math.round(time * daysPerUnit[unit]);
  return count === 1 ? '1 day' : `${count} days`;
}

function recencyText({ x, tx, T }: PurchaseHistory, unit: TimeUnit): string {
  return x === 0 ? `bought once, ${days(T, unit)} ago; no rhythm of its own yet` : `last bought ${days(T - tx, unit)} ago; usually every ${days(tx / x, unit)}`;
}

function frequencyText(history: PurchaseHistory, typical: PurchaseHistory): string {
  const again = (x: number): string => (x === 0 ? 'did not come back' : x === 1 ? 'came back once' : `came back ${x} times`);
  return `${again(history.x)} after the first purchase; a typical customer ${again(typical.x)}`;
}
