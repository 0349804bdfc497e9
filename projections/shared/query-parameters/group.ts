import type { Scalar } from '../last-write/register-list.js';

const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';

function parsed(text: string): Scalar | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return isScalar(value) ? value : undefined;
  } catch {
    return undefined; // plain text
  }
}

/**
 * The value of a dimension as a parameter: text as it is, and as JSON what would else be taken for it. So the number 1 is `1`, the
 * text 1 is `"1"`, and `null` is "not known".
 */
export function printGroup(value: Scalar): string {
  return typeof value === 'string' && value.trim() !== '' && parsed(value) === undefined ? value : JSON.stringify(value);
}

/** The inverse of `printGroup`. */
export function readGroup(text: string): Scalar {
  const value = parsed(text);
  return value === undefined ? text : value;
}
