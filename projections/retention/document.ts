import type { Occurrences } from '../shared/occurrences/occurrences.js';
import type { Origin } from './origins.js';

/**
 * A customer's attributes as one text: most questions do not split by them, and reading a million texts costs a third
 * of reading the same as nested arrays. `;region|snorth|103005388800000`: each by name, with its value and the stamp of
 * its last writing. Empty while nothing is known.
 */
export type Attributes = string;

/**
 * One customer, compact: a million of these are read for a question that no sum is kept for. When the customer bought,
 * and what cohorts can be split by.
 */
export type RetentionDocument = [purchases: Occurrences, attributes: Attributes, origins: Origin[]];
