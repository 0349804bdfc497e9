import type { ReadSnapshot } from '@tenure/read-store';
import { figuresWithTerms, foldTerms, type TermsRecord } from '@tenure/terms';
import { liveView } from '../shared/reading/live-view.js';
import type { TermsHistoryParameters } from './parameters.js';

export const figureOf = ({ figure }: TermsHistoryParameters): string => figure || figuresWithTerms[0];

/** Everything that was stated about the terms of a figure; nothing, where nothing was. */
export async function statements(snapshot: ReadSnapshot, figure: string): Promise<TermsRecord> {
  const stored = await snapshot.get(await liveView(snapshot, 'terms'), figure);
  return stored === null ? foldTerms.initial() : (JSON.parse(stored.body) as TermsRecord);
}
