import type { CustomerRecord, HazardFeature } from '@tenure/models';
import type { PurchaseModelReference } from '../shared/scoring/purchase-fit.js';
import type { OutcomeCheck } from './outcome-check.js';

/** The model that a likelihood comes from. */
export type LikelihoodReference = PurchaseModelReference;

/** One customer who had bought by the day in question. */
export interface Subject {
  /** Days with a purchase, ascending, each once. */
  readonly days: readonly number[];
  /** All that the customer did; read by the hazard model only. */
  record(): CustomerRecord;
}

export interface ChurnBase {
  readonly probability: number;
  readonly logOdds: number;
  /** How many customers still bought when the model was fitted: the base is typical of these. */
  readonly customers: number;
}

/** Why the likelihood of a customer differs from that of the typical one. */
export interface ChurnReason {
  readonly feature: HazardFeature;
  readonly value: number | null;
  /** The same of the typical customer. */
  readonly typical: number | null;
  /** In log-odds of no purchase; positive raises the probability. */
  readonly contribution: number;
  /** A sentence for an account manager. */
  readonly text: string;
}

/** ln-odds that customers do not buy within the horizon of a question, by one model. */
export interface Likelihoods {
  readonly reference: LikelihoodReference;
  readonly check: OutcomeCheck;
  readonly base: ChurnBase | null;
  /** Why there is no base, and so no reasons; null where there is one. */
  readonly noReasons: string | null;
  /** As it is answered: moved by outcomes. */
  logOdds(subject: Subject): number;
  /** As the model says it. */
  uncalibrated(subject: Subject): number;
  /** Standard error of `logOdds` due to the parameters and the line through outcomes; null where the fit has no covariance. */
  error(subject: Subject): number | null;
  /** They add up to `logOdds` less that of the base; in the order in which a reader wants them. */
  reasons(subject: Subject): readonly ChurnReason[];
}
