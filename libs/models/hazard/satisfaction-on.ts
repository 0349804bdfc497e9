import type { SatisfactionAnswer } from './customer-record.js';

export interface SatisfactionOn {
  /** 1 where the customer has answered. */
  readonly asked: 0 | 1;
  /** The mean answer, later ones weighing more, from -0.5 (worst) to 0.5 (best); 0 without an answer. */
  readonly level: number;
  /** The last answer less the mean of those before; 0 with fewer than two. */
  readonly trend: number;
}

const never: SatisfactionOn = { asked: 0, level: 0, trend: 0 };
/** The anchor is updated by each answer (Bolton 1998): the last one counts as much as all before. */
const weightOfLast = 0.5;

export function satisfactionOn(answers: readonly SatisfactionAnswer[], day: number): SatisfactionOn {
  if (answers.length === 0 || answers[0]!.day > day) return never;
  let level = answers[0]!.share - 0.5;
  let trend = 0;
  for (let i = 1; i < answers.length && answers[i]!.day <= day; i += 1) {
    const answer = answers[i]!.share - 0.5;
    trend = answer - level;
    level += weightOfLast * trend;
  }
  return { asked: 1, level, trend };
}
