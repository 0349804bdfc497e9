import { dayName } from '@tenure/time';
import { churnAnswers } from './answers.js';
import type { ChurnDocument } from './projection.js';
import type { ChurnQuestion } from './scorer.js';

/** The likelihood that the same model gave thirty days earlier, with what had happened by then. */
export interface ChurnTrend {
  readonly about: string;
  readonly probability: number;
  /** Of the probability since. */
  readonly change: number;
}

const daysBack = 30;

/** `probability`: about the day in question. Null where there was no likelihood then: the customer had not bought yet, or was closed. */
export function churnTrend(question: ChurnQuestion, customerId: string, document: ChurnDocument, probability: number): ChurnTrend | null {
  const day = question.about.day - daysBack;
  const about = { ...question.about, day, name: dayName(day) };
  const then = churnAnswers({ ...question, about })(customerId, document).probability;
  return then === null ? null : { about: about.name, probability: then, change: probability - then };
}
