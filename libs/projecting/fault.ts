import { LongList } from './long-list.js';

/** A value in a document that JSON or a store would silently turn into something else. */
export interface Fault {
  /** RFC 6901 pointer into the inspected value. */
  readonly pointer: string;
  /** E.g. `NaN`, `undefined`, `9007199254740993`. */
  readonly found: string;
}

/**
 * The first part of a value that would not survive storage: not a number, infinite, a whole number that doubles do not hold
 * exactly, undefined. Null when there is none. `given`: numbers come from callers, are not added up, and may be of any size.
 */
export function faultIn(value: unknown, given = false): Fault | null {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null;
    case 'number':
      return isSound(value, given) ? null : { pointer: '', found: String(value) };
    case 'object':
      if (value === null) return null;
      if (value instanceof LongList) return faultOfPages(value, given);
      return Array.isArray(value) ? faultOfItems(value, given) : faultOfFields(value as Record<string, unknown>, given);
    default:
      return { pointer: '', found: String(value) };
  }
}

const isSound = (value: number, given: boolean): boolean => (given || !Number.isInteger(value) ? Number.isFinite(value) : Number.isSafeInteger(value));

/** Pages that were written before are sound. */
function faultOfPages(list: LongList, given: boolean): Fault | null {
  for (const { from, items } of list.changed()) {
    const fault = faultOfItems(items, given, from);
    if (fault) return fault;
  }
  return null;
}

function faultOfItems(items: readonly unknown[], given: boolean, from = 0): Fault | null {
  for (let at = 0; at < items.length; at += 1) {
    const fault = faultIn(items[at], given);
    if (fault) return { ...fault, pointer: `/${from + at}${fault.pointer}` };
  }
  return null;
}

function faultOfFields(fields: Readonly<Record<string, unknown>>, given: boolean): Fault | null {
  for (const name in fields) {
    const fault = faultIn(fields[name], given);
    if (fault) return { ...fault, pointer: `/${name}${fault.pointer}` };
  }
  return null;
}
