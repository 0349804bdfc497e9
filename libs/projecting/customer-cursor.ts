import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';

/**
 * How far a feed has brought each customer's events: a document that holds only its revision, kept for each partition beside its views,
 * in the same commits. Views skip many events, so none of them could tell that one is missing; the cursor can, for all of them. A reader
 * that reads the log in order (a build, the embedded profile) needs no cursor.
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
