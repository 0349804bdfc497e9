import { churnReasons, noPurchaseError, type PurchaseHistory, probabilityOfLogOdds, typicalHistory } from '@tenure/models';
import { historyOn, type PurchaseFit, purchaseReferenceTo } from '../shared/scoring/purchase-fit.js';
import type { ChurnBase, ChurnReason, Likelihoods, Subject } from './likelihoods.js';
import { type Calibration, calibrationOf } from './outcome-check.js';

/** By a model of purchases, for a horizon and a day since 1970. */
export class PurchaseLikelihoods implements Likelihoods {
  readonly reference: Likelihoods['reference'];
  readonly base: ChurnBase | null = null;
  readonly noReasons: string | null = null;
  readonly #calibration: Calibration;
  readonly #typical: PurchaseHistory | null = null;
  /** In the unit of the fit. */
  readonly #horizon: number;

  constructor(
    private readonly purchaseFit: PurchaseFit,
    horizonDays: number,
    private readonly day: number,
  ) {
    const { fit, model, unit, daysPerUnit } = purchaseFit;
    this.reference = purchaseReferenceTo(purchaseFit);
    this.#horizon = horizonDays / daysPerUnit;
    this.#calibration = calibrationOf(fit, horizonDays, day);
    if (fit.typical) {
      this.#typical = typicalHistory(fit.typical, unit);
      const logOdds = this.#calibrated(model.noPurchaseLogOdds(fit.parameters, this.#typical, this.#horizon));
      this.base = { probability: probabilityOfLogOdds(logOdds), logOdds, customers: fit.typical.customers };
    } else this.noReasons = fit.typical === null ? nobodyBuys : fittedBefore;
  }

  get check() {
    return this.#calibration.check;
  }

  logOdds(subject: Subject): number {
    return this.#calibrated(this.uncalibrated(subject));
  }

  uncalibrated({ days }: Subject): number {
    const { model, fit } = this.purchaseFit;
    return model.noPurchaseLogOdds(fit.parameters, this.#history(days), this.#horizon);
  }

  error(subject: Subject): number | null {
    const { model, fit } = this.purchaseFit;
    const error = noPurchaseError(model, fit, this.#history(subject.days), this.#horizon);
    return error === null ? null : Math.hypot(this.#calibration.slope * error, this.#calibration.lineError(this.uncalibrated(subject)));
  }

  reasons({ days }: Subject): readonly ChurnReason[] {
    const { model, fit, unit } = this.purchaseFit;
    return this.#typical === null ? [] : churnReasons(model, fit.parameters, this.#history(days), this.#horizon, this.#typical, unit, this.#calibration);
  }

  #history(days: readonly number[]): PurchaseHistory {
    return historyOn(days, this.day, this.purchaseFit)!; // the subject had bought by the day
  }

  #calibrated(logOdds: number): number {
    return this.#calibration.level + this.#calibration.slope * logOdds;
  }
}

const nobodyBuys = 'On the day that the model was fitted to nobody still bought, so there is no customer to compare with.';
const fittedBefore = 'The fit was made by a version that did not record the customer to compare with: fit the model again.';
