import { LongList } from './long-list.js';

/** Something in a document that JSON or a store would turn into something else without a word. */
export interface Fault {
  /** RFC 6901 pointer into what was looked at. */
  readonly pointer: string;
  /** E.g. `NaN`, `undefined`, `9007199254740993`. */
  readonly found: string;
}

/**
 * The first thing in a value that is not what it seems: no number, no end, a whole number that doubles do not hold exactly, nothing
 * at all. Null when there is none. `given`: numbers are somebody's own words, not added up, and may be as large as they like.
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

/** What was written is sound. */
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
