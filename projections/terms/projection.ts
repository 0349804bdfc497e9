import type { Projection } from '@tenure/projecting';
import { foldTerms, type GrowingTerms, termsKind } from '@tenure/terms';

/** Everything that was stated about the terms of a figure: decisions, in the order in which they were recorded. */
export const termsProjection: Projection<GrowingTerms> = {
  name: 'terms',
  version: 2,
  of: termsKind,
  reads: termsKind.eventTypes,
  initial: foldTerms.initial,
  evolve: foldTerms.evolve,
  contributions: () => [],
};
