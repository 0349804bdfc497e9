/** How well probabilities foretold what happened. */
export interface Assessment {
  readonly customers: number;
  /** Share of those to whom it happened. */
  readonly baseRate: number;
  readonly meanProbability: number;
  /** P(a customer to whom it happened had the higher probability); null where it happened to all or to nobody. */
  readonly auc: number | null;
  /** Mean squared error of the probabilities, Brier (1950). */
  readonly brier: number;
  /** Rate among the tenth with the highest probabilities, over the base rate; null where it happened to nobody. */
  readonly topDecileLift: number | null;
  /** Tenths of the scale from 0 to 1 that hold a customer. */
  readonly calibration: readonly CalibrationBin[];
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly meanProbability: number;
  readonly observed: number;
}

const bins = 10;

/** `happened[i]` is 1 where what `probabilities[i]` is of came to pass, else 0; one customer or more. */
export function assess(probabilities: Float64Array, happened: Uint8Array): Assessment {
  const customers = probabilities.length;
  const order = Uint32Array.from(probabilities.keys()).sort((left, right) => probabilities[left]! - probabilities[right]! || left - right);
  let events = 0,
    sum = 0,
    squares = 0;
  for (let i = 0; i < customers; i += 1) {
    events += happened[i]!;
    sum += probabilities[i]!;
    squares += (probabilities[i]! - happened[i]!) ** 2;
  }
  const baseRate = events / customers;
  const top = order.subarray(customers - Math.max(1, Math.floor(customers / bins)));
  const inTop = top.reduce((count, i) => count + happened[i]!, 0) / top.length;
  return {
    customers,
    baseRate,
    meanProbability: sum / customers,
    auc: events === 0 || events === customers ? null : areaUnderCurve(probabilities, happened, order, events),
    brier: squares / customers,
    topDecileLift: events === 0 ? null : inTop / baseRate,
    calibration: calibrationOf(probabilities, happened),
  };
}

/** By ranks (Mann & Whitney 1947), equal probabilities sharing the mean of their ranks. */
function areaUnderCurve(probabilities: Float64Array, happened: Uint8Array, order: Uint32Array, events: number): number {
  let ranks = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    let among = 0;
    for (to = from; to < order.length && probabilities[order[to]!] === probabilities[order[from]!]; to += 1) among += happened[order[to]!]!;
    ranks += (among * (from + 1 + to)) / 2;
  }
  return (ranks - (events * (events + 1)) / 2) / (events * (order.length - events));
}

function calibrationOf(probabilities: Float64Array, happened: Uint8Array): CalibrationBin[] {
  const held = Array.from({ length: bins }, () => ({ customers: 0, sum: 0, events: 0 }));
  probabilities.forEach((probability, i) => {
    const bin = held[Math.min(bins - 1, Math.floor(probability * bins))]!;
    bin.customers += 1;
    bin.sum += probability;
    bin.events += happened[i]!;
  });
  return held.flatMap(({ customers, sum, events }, i) =>
    customers === 0 ? [] : [{ from: i / bins, to: (i + 1) / bins, customers, meanProbability: sum / customers, observed: events / customers }],
  );
}
