import { gammaGamma, ParameterDraws, type Parameters, parameterDrawCount } from '@tenure/models';
import type { FittedModel } from '@tenure/querying';

/** The two parts of an expected spend (ownWeight x ownMean, and the rest) at each draw, as multiples of those at the fit. */
export interface SpendMultiples {
  readonly own: Float64Array;
  /** Infinity at a draw without a mean of spend. */
  readonly rest: Float64Array;
}

/** Expected spend per purchase at each draw of the parameters of a fit of spend: computed once per number of repeat days. */
export class SpendDraws {
  readonly #byRepeats = new Map<number, SpendMultiples>();

  private constructor(
    private readonly fitted: Parameters,
    private readonly draws: ParameterDraws,
  ) {}

  /** A sentence where the fit has no draws, or too many of them have no mean of spend. */
  static of(fit: FittedModel): SpendDraws | string {
    const draws = ParameterDraws.of(fit, gammaGamma.parameterNames, 1);
    if (draws === null) return `The fit of spend has no covariance, so that the uncertainty of its parameters is unknown. ${fit.boundary ?? ''}`.trim();
    const without = draws.parameters.filter((each) => !gammaGamma.hasMean(each)).length;
    if (without <= 0.025 * parameterDrawCount) return new SpendDraws(fit.parameters, draws);
    return 'The interval has no upper end: the data do not exclude that the mean spend is infinite (q of the model of spend at 1 or below).';
  }

  /** @param x repeat days in the currency */
  multiples(x: number): SpendMultiples {
    let found = this.#byRepeats.get(x);
    if (found === undefined) {
      const { weight, spend } = gammaGamma.expectedSpend(this.fitted, x, 0);
      const at = this.draws.parameters.map((each) => (gammaGamma.hasMean(each) ? gammaGamma.expectedSpend(each, x, 0) : { weight, spend: Infinity }));
      found = {
        own: Float64Array.from(at, (each) => (x === 0 ? 0 : each.weight / weight)),
        rest: Float64Array.from(at, (each) => each.spend / spend),
      };
      this.#byRepeats.set(x, found);
    }
    return found;
  }
}
