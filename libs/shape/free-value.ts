import { type ProblemList, placeName, pointerStep } from './problem.js';

/** Names through which a value could reach the prototypes of the program that reads it. */
export const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const DEEPEST = 16;
const MOST_VALUES = 1000;

/**
 * Checks a value whose inside no shape describes: refuses forbidden names at any depth, nesting deeper than `DEEPEST` and
 * more than a thousand values. It stops at the limit, so that no input costs more than the limit.
 */
export function checkFreeValue(value: unknown, pointer: string, list: ProblemList): void {
  let seen = 0;
  const visit = (part: unknown, at: string, depth: number): void => {
    if (typeof part !== 'object' || part === null || seen > MOST_VALUES) return;
    if (depth > DEEPEST) {
      list.add(at, 'too-deep', `${placeName(at)} is nested more than ${DEEPEST} levels deep: flatten it`);
      return;
    }
    for (const name in part) {
      seen += 1;
      if (seen > MOST_VALUES) {
        list.add(pointer, 'too-many-values', `${placeName(pointer)} holds more than ${MOST_VALUES} values: send fewer`);
        return;
      }
      const step = at + pointerStep(name);
      if (forbiddenNames.has(name)) list.add(step, 'forbidden-field', `${JSON.stringify(name)} cannot be the name of a field: rename it`);
      else visit((part as Record<string, unknown>)[name], step, depth + 1);
    }
  };
  visit(value, pointer, 1);
}
