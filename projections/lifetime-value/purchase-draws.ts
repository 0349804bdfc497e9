import { ParameterDraws, type PurchaseHistory } from '@tenure/models';
import type { PurchaseFit } from '../shared/scoring/purchase-fit.js';
import type { DiscountedPurchases } from './discounted-purchases.js';

const mostKept = 16_384; // of 2 kB each

/** Expected purchases at each draw of the parameters of a fit of purchases, as multiples of those at the fit. */
export class PurchaseDraws {
  /** By (x, T), as in `DiscountedPurchases`. */
  readonly #whileAlive = new Map<number, Float64Array>();

  private constructor(
    private readonly purchaseFit: PurchaseFit,
    private readonly discounted: DiscountedPurchases,
    private readonly draws: ParameterDraws,
  ) {}

  /** A sentence where the fit has no draws. */
  static of(purchaseFit: PurchaseFit, discounted: DiscountedPurchases): PurchaseDraws | string {
    const { model, fit } = purchaseFit;
    const draws = ParameterDraws.of(fit, model.parameterNames, 0);
    if (draws === null) return `The fit of purchases has no covariance, so that the uncertainty of its parameters is unknown. ${fit.boundary ?? ''}`.trim();
    return new PurchaseDraws(purchaseFit, discounted, draws);
  }

  /** P(alive) is exact at every draw, what is expected of a customer who has not left is interpolated (`ParameterDraws.smooth`). */
  multiples(history: PurchaseHistory): Float64Array {
    const { model, fit } = this.purchaseFit;
    const alive = model.probabilityAlive(fit.parameters, history);
    const whileAlive = this.#whileAliveOf(history);
    if (alive === 0) return whileAlive;
    return whileAlive.map((multiple, draw) => multiple * (model.probabilityAlive(this.draws.parameters[draw]!, history) / alive));
  }

  #whileAliveOf(history: PurchaseHistory): Float64Array {
    const key = history.x * 2 ** 32 + history.T * this.purchaseFit.daysPerUnit;
    let found = this.#whileAlive.get(key);
    if (found === undefined) {
      found = this.draws.smooth((parameters) => this.discounted.whileAliveAt(parameters, history));
      if (this.#whileAlive.size === mostKept) this.#whileAlive.clear();
      this.#whileAlive.set(key, found);
    }
    return found;
  }
}
