import { gaussLegendre, type QuadratureRule } from './gauss-legendre.js';

export const negligibleFall = 37; // e^-37 is below the last digit of a double

/** The rules, and the steepness up to which each is exact to the last digits. */
const rules = (
  [
    [4, 0.2],
    [6, 1],
    [8, 3],
    [12, 7.5],
    [16, 12],
    [24, 20],
    [48, Infinity],
  ] as const
).map(([n, steepest]) => ({ rule: gaussLegendre(n), steepest }));

/**
 * The rule that integrates, to the last digits, what falls by e^-fall over a distance `length` in ln(m + v): n nodes err
 * by (n!)^4 fall^2n / ((2n+1) (2n)!^3) for e^-fall, and powers of (age + v) have their singularity pi off the real axis.
 */
export function ruleFor(fall: number, length: number): QuadratureRule {
  const steepness = fall + 2.5 * length;
  for (const { rule, steepest } of rules) if (steepness <= steepest) return rule;
  return rules[0]!.rule; // of what is no number, so that none comes out
}

/** How much of `span` is worth integrating over: up to where one of the waits has ended but for e^-37 of it. */
export function spanThatCounts(shape: number, age: number, otherShape: number, otherAge: number, span: number): number {
  return Math.min(span, age * Math.expm1(negligibleFall / shape), otherAge * Math.expm1(negligibleFall / otherShape));
}
