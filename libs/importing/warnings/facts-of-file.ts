import type { Tally } from '../tally.js';

/** What a file states, all its rows together. */
export interface FactsOfFile {
  readonly kind: string;
  readonly tally: Pick<Tally, 'customersMet' | 'factsMet' | 'read' | 'from' | 'to' | 'seen' | 'rejectedAs'>;
  /** The column that a field is read from; empty where none is. */
  readonly columnOf: (field: string) => string;
}
