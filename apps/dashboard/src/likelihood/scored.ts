import type { Schemas } from '@tenure/client/browser';
import type { Score } from './reason-facts.js';

type CustomerChurn = Schemas['CustomerChurnLikelihoodAnswer'];

export type CustomerScore = Omit<Score, 'name' | 'email' | 'phone' | 'value' | 'valueAtRisk' | 'override'> &
  Pick<CustomerChurn, 'override' | 'trend' | 'noReasons' | 'asOf'>;

/** The score of a customer; null where the answer says why there is none. With a likelihood all that belongs to it is there. */
export const scoredOf = (answer: CustomerChurn): CustomerScore | null => (answer.probability === null ? null : (answer as CustomerScore));
