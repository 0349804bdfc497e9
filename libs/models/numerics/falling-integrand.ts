import { gaussLegendre, type QuadratureRule } from './gauss-legendre.js';

export const negligibleFall = 37; // e^-37 is below the last digit of a double

/** Numbers of nodes, and the steepness up to which the error of each is below 3e-14: found on random shapes, ages and spans. */
const rules = (
  [
    [4, 0.28],
    [6, 1.5],
    [8, 3.8],
    [10, 6.5],
    [12, 9],
    [16, 13.5],
    [20, 18],
    [24, 22.5],
    [32, 45],
    [48, Infinity],
  ] as const
).map(([n, steepest]) => ({ rule: gaussLegendre(n), steepest }));

/**
 * The rule for an integrand that falls by e^-fall over a distance `length` in ln(m + v). The error of Gauss-Legendre grows with the
 * steepness of e^-fall, and with the nearness of the singularities of powers of (age + v), which lie pi off the real axis.
 */
export function ruleFor(fall: number, length: number): QuadratureRule {
  const steepness = fall + 2.5 * length;
  for (const { rule, steepest } of rules) if (steepness <= steepest) return rule;
  return rules[0]!.rule; // for NaN, so that the result is NaN
}

/** How much of `span` is worth integrating over: up to where one of the waits has ended except for e^-37 of it. */
export function spanThatCounts(shape: number, age: number, otherShape: number, otherAge: number, span: number): number {
  const mostFall = span * (shape / age + otherShape / otherAge); // hazards never rise
  if (mostFall <= negligibleFall) return span;
  return Math.min(span, age * Math.expm1(negligibleFall / shape), otherAge * Math.expm1(negligibleFall / otherShape));
}
