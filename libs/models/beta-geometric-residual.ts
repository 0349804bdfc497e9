const negligible = 1e-13;
const widestStep = 0.33; // of weights exp(s y - exp(y)) the trapezoid errs by |Gamma(s + 2 pi i / step)| / Gamma(s): 2e-11 at s = 2

/**
 * Purchases expected from now on without end, discounted, of a customer alive now, whose rate is gamma(shape, age) and
 * whose chance p to leave at a purchase is beta(a, b). Given rate and chance, purchases come at rate * exp(-rate p t);
 * discounting those of each period of length m from its end at the rate d gives a geometric series:
 *   rate m h(rate p m),  h(z) = q / (z (d + q)),  q = 1 - exp(-z),
 * which for periods without length is rate / (delta + rate p): the residual transactions of Fader, Hardie & Lee
 * (2005, "RFM and CLV"), who give them in closed form for Pareto/NBD. Here the mean over rate and p is taken by the
 * trapezoid rule in ln(rate) and logit(p), to some ten digits.
 */
export function residualWhileAlive(a: number, b: number, shape: number, age: number, periodLength: number, discountRate: number): number {
  const rates = nodes(Math.log(shape + 1), 1 / Math.sqrt(shape + 1), (y) => (shape + 1) * y - Math.exp(y), -Infinity, Infinity); // ln(rate age), weighted by the rate
  const scale = rates.at.map((y) => (Math.exp(y) / age) * periodLength);
  const flatBelow = Math.log((negligible * Math.min(1, discountRate)) / scale.reduce((most, each) => Math.max(most, each)));
  const chances = nodes(Math.log(a / b), Math.sqrt(1 / a + 1 / b), (l) => -a * logOnePlusExp(-l) - b * logOnePlusExp(l), flatBelow, -Math.log(negligible));
  const p = chances.at.map((l) => 1 / (1 + Math.exp(-l)));

  let sum = 0;
  scale.forEach((most, i) => {
    let mean = 0;
    for (let j = 0; j < p.length; j += 1) {
      const z = most * p[j]!;
      const q = -Math.expm1(-z);
      mean += (chances.weight[j]! * q) / (z * (discountRate + q));
    }
    sum += rates.weight[i]! * mean;
  });
  return (shape / age) * periodLength * sum;
}

interface Nodes {
  readonly at: number[];
  /** Adding up to 1. */
  readonly weight: number[];
}

/**
 * The trapezoid rule for a log-concave density with its peak at `centre`. Below `flatBelow` and above `flatAbove` the
 * function to be averaged no longer changes and the weights fall geometrically: the last node there stands for the rest.
 */
function nodes(centre: number, width: number, logDensity: (at: number) => number, flatBelow: number, flatAbove: number): Nodes {
  const step = Math.min(widestStep, 0.6 * width);
  const top = logDensity(centre);
  const found: Nodes = { at: [centre], weight: [1] };
  for (const stride of [-step, step]) {
    let at = centre;
    let weight = 1;
    while (weight > negligible) {
      at += stride;
      weight = Math.exp(logDensity(at) - top);
      const flat = at < flatBelow || at > flatAbove;
      const ratio = flat ? Math.exp(logDensity(at + stride) - top) / weight : 0;
      found.at.push(at);
      found.weight.push(weight / (1 - ratio));
      if (flat) break;
    }
  }
  const total = found.weight.reduce((sum, each) => sum + each, 0);
  return { at: found.at, weight: found.weight.map((each) => each / total) };
}

const logOnePlusExp = (x: number): number => (x > 0 ? x : 0) + Math.log1p(Math.exp(-Math.abs(x)));
