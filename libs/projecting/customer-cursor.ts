import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';

/**
 * How far a feed has brought each customer's events: a document that says nothing but its revision, kept for each partition beside its
 * views, in the same commits. Views do without many events, so none of them could tell that one is missing; here it is told for all. What
 * reads the log in order (a build, the embedded profile) needs none.
 */
export const customerCursor: Projection<null> = {
  name: 'customer-cursor',
  version: 1,
  of: customerStreams,
  reads: 'all',
  initial: () => null,
  evolve: (nothing) => nothing,
  contributions: () => [],
};
