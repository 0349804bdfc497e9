import { BadQuery } from '@tenure/querying';
import { textFault } from '@tenure/shape';

/** Cursors are opaque to callers: we may change their content (the query they belong to, and the place in it). */
export function encodeCursor(pinned: object): string {
  return Buffer.from(JSON.stringify(pinned)).toString('base64url');
}

/**
 * `pins`: identifies the current query; a cursor of another query is refused, because a list whose pages come from different
 * questions would look complete without being so. `place`: the fields of a place in such a list; anything else is no cursor.
 */
export function decodeCursor<Name extends keyof Place>(
  cursor: string | undefined,
  pins: Readonly<Record<string, unknown>>,
  place: readonly Name[],
): Pick<Place, Name> | null {
  if (cursor === undefined) return null;
  let pinned: Record<string, unknown>;
  try {
    pinned = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    throw notACursor();
  }
  if (typeof pinned !== 'object' || pinned === null || !isPlace(pinned.place, place)) throw notACursor();
  for (const name in pins) {
    if (pinned[name] !== pins[name]) {
      throw new BadQuery('cursor', 'cursor-mismatch', `The cursor belongs to a list with another ${name}: ask without a cursor to begin again.`);
    }
  }
  return pinned.place;
}

/** Where a page ended, and in a ranked list the value of its rank. */
interface Place {
  /** Key of a customer, or of a customer and a thing of that customer's, a line each. */
  readonly key: string;
  readonly value: number;
}

const LONGEST_ID = 255;
const checks: { readonly [Name in keyof Place]: (value: unknown) => boolean } = {
  key: (value) => typeof value === 'string' && value.split('\n').every((id) => id.length <= LONGEST_ID && textFault(id, false) === null),
  value: (value) => typeof value === 'number' && Number.isFinite(value),
};

function isPlace<Name extends keyof Place>(value: unknown, names: readonly Name[]): value is Pick<Place, Name> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return names.every((name) => checks[name]((value as Record<string, unknown>)[name]));
}

const notACursor = (): BadQuery => new BadQuery('cursor', 'cursor-invalid', 'The cursor is not one we gave: use the "next" of the page before, unchanged.');
