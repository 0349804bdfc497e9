/** A customer who has not left, on the way to the next purchase: P(so many stages are behind), in order, and ln of the sum they were divided by. */
export interface StagesBehind {
  readonly log: number;
  readonly weights: readonly number[];
}

const oneStage: StagesBehind = { log: 0, weights: [1] };

/**
 * A purchase is the end of `stages` stages (an Erlang gap), each of which ends at random at the customer's own rate, which is
 * gamma(shape, age). Of a customer who has been silent for the `share` of the age, and has not left, j stages have ended with
 * weight
 *   (shape)_j / j! share^j,  j < stages,
 * and their sum is S_2 of Platzer & Reutterer (2016): P(no purchase in the silence) / P(no stage ended in it).
 */
export function stagesBehind(shape: number, share: number, stages: number): StagesBehind {
  if (stages === 1) return oneStage;
  const terms = [1];
  let sum = 1;
  for (let j = 1; j < stages; j += 1) {
    terms.push(((terms[j - 1]! * (shape + j - 1)) / j) * share);
    sum += terms[j]!;
  }
  return { log: Math.log(sum), weights: terms.map((term) => term / sum) };
}

/** A mean over the stages that may be behind: sum of weight x value. */
export const overStages = ({ weights }: StagesBehind, of: (behind: number) => number): number =>
  weights.reduce((sum, weight, behind) => sum + weight * of(behind), 0);
