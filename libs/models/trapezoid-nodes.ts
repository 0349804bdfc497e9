const widestStep = 0.33; // of weights exp(s y - exp(y)) the trapezoid errs by |Gamma(s + 2 pi i / step)| / Gamma(s): 2e-11 at s = 2

/** Weights below this are left out, and what changes a function by less is not seen. */
export const negligible = 1e-13;

export interface TrapezoidNodes {
  readonly at: number[];
  /** Adding up to 1. */
  readonly weight: number[];
}

/**
 * The trapezoid rule for a log-concave density with its peak at `centre`. Below `flatBelow` and above `flatAbove` the
 * function to be averaged no longer changes and the weights fall geometrically: the last node there stands for the rest.
 */
export function trapezoidNodes(centre: number, width: number, logDensity: (at: number) => number, flatBelow = -Infinity, flatAbove = Infinity): TrapezoidNodes {
  const step = Math.min(widestStep, 0.6 * width);
  const top = logDensity(centre);
  const found: TrapezoidNodes = { at: [centre], weight: [1] };
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
