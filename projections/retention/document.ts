import type { Occurrences } from '../shared/occurrences/occurrences.js';
import type { Origin } from './origins.js';
import type { SubscriptionDates } from './subscriptions.js';

/**
 * A customer's attributes as one text: most questions do not split by them, and reading a million texts costs a third
 * of reading the same as nested arrays. `;region|snorth|103005388800000`: each by name, with its value and the stamp of
 * its last writing. Empty while no attribute is known.
 */
export type Attributes = string;

/**
 * One customer, compact: questions without kept sums read a million of these. It holds when the customer bought, the values by which
 * cohorts can be split, and when subscriptions started and ended.
 */
export type RetentionDocument = [purchases: Occurrences, attributes: Attributes, origins: Origin[], subscriptions: SubscriptionDates];
