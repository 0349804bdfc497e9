import {
  type CountedAnswer,
  type Occurrence,
  occurrenceOf,
  type SatisfactionCorrected,
  type SatisfactionRecorded,
  type SatisfactionVoided,
} from '@tenure/customer';
import { listOf, number, orNull, record, text } from '@tenure/shape/schema';
import { keep } from '../../shared/counted/counted-facts.js';
import { stampOf } from '../../shared/last-write/last-write.js';
import { dateOfStamp } from '../dates.js';
import type { Section } from '../section.js';

interface SatisfactionPart {
  /** Ascending by time, and those that were taken back before they arrived. */
  satisfaction: [answers: Answer[], owed: Answer[]];
}

type Answer = [stamp: number, metric: string, score: number, least: number, most: number, about: string | null];

interface ShownSatisfaction {
  readonly satisfaction: ReadonlyArray<{
    readonly metric: string;
    readonly score: number;
    readonly min: number;
    readonly max: number;
    readonly about: string | null;
    readonly at: string;
  }>;
}

export const satisfaction: Section<SatisfactionPart, ShownSatisfaction> = {
  initial: () => ({ satisfaction: [[], []] }),

  folds: {
    SatisfactionRecorded({ satisfaction: [answers, owed] }, event) {
      keep(answerOf(event, event.data as SatisfactionRecorded), answers, owed);
    },
    SatisfactionCorrected({ satisfaction: [answers, owed] }, event) {
      const { was, now } = event.data as SatisfactionCorrected;
      keep(answerOf(occurrenceOf(was.occurredAt), was), owed, answers);
      keep(answerOf(occurrenceOf(now.occurredAt), now), answers, owed);
    },
    SatisfactionVoided({ satisfaction: [answers, owed] }, event) {
      const { was } = event.data as SatisfactionVoided;
      keep(answerOf(occurrenceOf(was.occurredAt), was), owed, answers);
    },
  },
  given: ['satisfaction'],

  /** The latest answer per metric, ascending by metric. */
  show({ satisfaction: [answers] }) {
    const latest = new Map(answers.map((answer) => [answer[1], answer]));
    const shown = [...latest.values()]
      .sort(([, left], [, right]) => (left < right ? -1 : 1))
      .map(([stamp, metric, score, min, max, about]) => ({ metric, score, min, max, about, at: dateOfStamp(stamp) }));
    return { satisfaction: shown };
  },
  answer: { satisfaction: listOf(record({ metric: text, score: number, min: number, max: number, about: orNull(text), at: text })) },
  texts: { satisfaction: 'Latest score per metric with its scale' },
};

function answerOf(at: Occurrence, { metric, score, min, max, about }: Omit<CountedAnswer, 'occurredAt'>): Answer {
  return [stampOf('SatisfactionRecorded', at), metric, score, min, max, about ?? null];
}
