import { gaussLegendre, type QuadratureRule } from './gauss-legendre.js';

export const negligibleFall = 37; // e^-37 is below the last digit of a double
const [four, eight, sixteen, many] = [4, 8, 16, 48].map(gaussLegendre) as [QuadratureRule, QuadratureRule, QuadratureRule, QuadratureRule];

/**
 * The rule that integrates, to the last digits, what falls by e^-fall over a distance `length` in ln(m + v): n nodes err
 * by (n!)^4 fall^2n / ((2n+1) (2n)!^3) for e^-fall, and powers of (age + v) have their singularity pi off the real axis.
 */
export function ruleFor(fall: number, length: number): QuadratureRule {
  const steepness = fall + 2.5 * length;
  if (steepness < 0.2) return four;
  if (steepness < 3) return eight;
  return steepness < 12 ? sixteen : many;
}

/** How much of `span` is worth integrating over: up to where one of the waits has ended but for e^-37 of it. */
export function spanThatCounts(shape: number, age: number, otherShape: number, otherAge: number, span: number): number {
  return Math.min(span, age * Math.expm1(negligibleFall / shape), otherAge * Math.expm1(negligibleFall / otherShape));
}
