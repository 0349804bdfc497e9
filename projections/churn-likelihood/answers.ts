import { isNotEnough } from '../shared/scoring/not-enough-data.js';
import { refusedBy } from '../shared/scoring/scoring-objection.js';
import { type Override, overrideOn } from './overrides.js';
import type { ChurnDocument } from './projection.js';
import { type ChurnQuestion, type ChurnScore, type NoScore, scorerOf } from './scorer.js';

/** What is answered about one customer: the score or why there is none, and what a person stated. */
export type ChurnAnswer = (ChurnScore | NoScore) & { readonly override: Override | null };

/** Answers about the customers of one question, whatever data is missing for it; nothing about those who object to scoring. */
export function churnAnswers(question: ChurnQuestion): (customerId: string, document: ChurnDocument) => ChurnAnswer {
  const { horizon, about, overrideDay } = question;
  const scorer = scorerOf(question);
  return (customerId, document) => {
    const none = { customerId, probability: null, horizon, about: about.name };
    const refused = refusedBy(document.n);
    if (refused !== null) return { ...none, ...refused, override: null };
    const override = overrideOn(document.v, about.dayOf, overrideDay);
    return isNotEnough(scorer) ? { ...none, ...scorer, override } : { ...scorer.scoreDocument(customerId, document), override };
  };
}
