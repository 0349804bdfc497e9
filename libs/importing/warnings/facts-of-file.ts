import type { Tally } from '../tally.js';

/** What a file states, over all its rows. */
export interface FactsOfFile {
  readonly kind: string;
  readonly tally: Pick<Tally, 'customersMet' | 'factsMet' | 'read' | 'from' | 'to' | 'seen' | 'rejectedAs'>;
  /** The column that a field is read from; empty without one. */
  readonly columnOf: (field: string) => string;
}
