import {
  type CountedAnswer,
  type Occurrence,
  occurrenceOf,
  type SatisfactionCorrected,
  type SatisfactionRecorded,
  type SatisfactionVoided,
} from '@tenure/customer';
import { keep } from '../../shared/counted/counted-facts.js';
import { stampOf } from '../../shared/last-write/last-write.js';
import type { Folds } from './folds.js';

/** `share`: 0 for the lowest answer of its scale, 1 for the highest. */
export type Answer = [stamp: number, share: number];
/** Ascending; and those that were taken back before they arrived. */
export type Answers = [held: Answer[], owed: Answer[]];

export const satisfactionFolds: Folds<Answers> = {
  SatisfactionRecorded([held, owed], event) {
    keep(answerOf(event, event.data as SatisfactionRecorded), held, owed);
  },
  SatisfactionCorrected([held, owed], { data }) {
    const { was, now } = data as SatisfactionCorrected;
    keep(countedAnswer(was), owed, held);
    keep(countedAnswer(now), held, owed);
  },
  SatisfactionVoided([held, owed], { data }) {
    keep(countedAnswer((data as SatisfactionVoided).was), owed, held);
  },
};

const countedAnswer = (counted: CountedAnswer): Answer => answerOf(occurrenceOf(counted.occurredAt), counted);

/** The rules have `min` below `max`, and `score` between them. Halved first: version 0.1.0 took ends whose difference no double holds. */
function answerOf(at: Occurrence, { score, min, max }: Pick<CountedAnswer, 'score' | 'min' | 'max'>): Answer {
  return [stampOf('SatisfactionRecorded', at), (score / 2 - min / 2) / (max / 2 - min / 2)];
}
