const widestStep = 0.33; // of weights exp(s y - exp(y)) the trapezoid errs by |Gamma(s + 2 pi i / step)| / Gamma(s): 2e-11 at s = 2

/** Weights below this are left out, and smaller changes of a function are ignored. */
export const negligible = 1e-13;

export interface TrapezoidNodes {
  readonly at: number[];
  /** Adding up to 1. */
  readonly weight: number[];
}

/**
 * The trapezoid rule for a log-concave density with its peak at `centre`, where its logarithm is 0. Below `flatBelow` and above
 * `flatAbove` the averaged function no longer changes and the weights fall geometrically: the last node there represents the rest.
 */
export function trapezoidNodes(
  centre: number,
  width: number,
  logDensity: (fromCentre: number) => number,
  flatBelow = -Infinity,
  flatAbove = Infinity,
): TrapezoidNodes {
  const step = Math.min(widestStep, 0.6 * width);
  const found: TrapezoidNodes = { at: [centre], weight: [1] };
  for (const stride of [-step, step]) {
    let away = 0;
    let weight = 1;
    while (weight > negligible) {
      away += stride;
      const at = centre + away;
      const log = logDensity(away);
      weight = Math.exp(log);
      const flat = at < flatBelow || at > flatAbove;
      found.at.push(at);
      found.weight.push(flat ? weight / -Math.expm1(logDensity(away + stride) - log) : weight);
      if (flat) break;
    }
  }
  const total = found.weight.reduce((sum, each) => sum + each, 0);
  return { at: found.at, weight: found.weight.map((each) => each / total) };
}
