import { type ChurnLikelihoodOverridden, printOccurrence } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { number, orNull, record, text } from '@tenure/shape/schema';
import { foldObjection, objectedOn, type ScoringObjection } from '../../shared/scoring/scoring-objection.js';
import type { Exported, Section } from '../section.js';

interface Override {
  readonly probability: number;
  readonly expiresOn: string;
  readonly statedAt: string;
}

interface ScoringPart {
  scoringObjection: ScoringObjection;
  /** By the event recorded last, with its revision; null where it was withdrawn. */
  churnOverride: 0 | [revision: number, override: Override | null];
}

interface ShownScoring {
  readonly scoring: { readonly objectedOn: string | null; readonly churnOverride: Override | null };
}

export const scoring: Section<ScoringPart, ShownScoring> & Exported<ShownScoring> = {
  initial: () => ({ scoringObjection: 0, churnOverride: 0 }),

  folds: {
    ScoringObjectionRaised: foldObjectionOf,
    ScoringObjectionWithdrawn: foldObjectionOf,
    ChurnLikelihoodOverridden(part, event) {
      const { probability, expiresOn } = event.data as ChurnLikelihoodOverridden;
      keepNewest(part, event.revision, { probability, expiresOn, statedAt: printOccurrence(event) });
    },
    ChurnOverrideWithdrawn: (part, event) => keepNewest(part, event.revision, null),
  },
  given: ['churnOverride'],

  show: ({ scoringObjection, churnOverride }) => {
    const since = objectedOn(scoringObjection);
    return { scoring: { objectedOn: since, churnOverride: since !== null || churnOverride === 0 ? null : churnOverride[1] } };
  },
  answer: { scoring: record({ objectedOn: orNull(text), churnOverride: orNull(record({ probability: number, expiresOn: text, statedAt: text })) }) },
  texts: {
    scoring:
      'objectedOn: since when the customer objects to automated scoring; churnOverride: the likelihood of leaving that a person stated last, until it is withdrawn or its last day is over; null while the customer objects',
  },
  columns: { scoringObjectedOn: ({ scoring }) => scoring.objectedOn },
};

/** Without an override whose last day was before `today`, as `2026-11-30`. */
export function withoutExpired<Page extends ShownScoring>(page: Page, today: string): Page {
  const { objectedOn, churnOverride } = page.scoring;
  if (churnOverride === null || churnOverride.expiresOn >= today) return page;
  return { ...page, scoring: { objectedOn, churnOverride: null } };
}

function foldObjectionOf(part: ScoringPart, event: RecordedEvent): void {
  part.scoringObjection = foldObjection(part.scoringObjection, event);
}

function keepNewest(part: ScoringPart, revision: number, override: Override | null): void {
  if (part.churnOverride === 0 || part.churnOverride[0] < revision) part.churnOverride = [revision, override];
}
