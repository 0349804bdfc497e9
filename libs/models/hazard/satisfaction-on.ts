import type { SatisfactionAnswer } from './customer-record.js';

export interface SatisfactionOn {
  readonly answers: number;
  /** The mean answer, later ones weighing more, from -0.5 (worst) to 0.5 (best); 0 without an answer. */
  readonly level: number;
  /** The last answer less the mean of those before; 0 with fewer than two. */
  readonly trend: number;
}

const never: SatisfactionOn = { answers: 0, level: 0, trend: 0 };
/** The anchor is updated by each answer (Bolton 1998): the last one counts as much as all before. */
const weightOfLast = 0.5;

export function satisfactionOn(answers: readonly SatisfactionAnswer[], day: number): SatisfactionOn {
  if (answers.length === 0 || answers[0]!.day > day) return never;
  let level = answers[0]!.share - 0.5;
  let trend = 0;
  let known = 1;
  for (; known < answers.length && answers[known]!.day <= day; known += 1) {
    const answer = answers[known]!.share - 0.5;
    trend = answer - level;
    level += weightOfLast * trend;
  }
  return { answers: known, level, trend };
}
