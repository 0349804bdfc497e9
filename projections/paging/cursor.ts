import { BadQuery } from '@tenure/projecting';

/** Cursors are opaque to callers: what they pin (the query they belong to, and the place in it) is ours to change. */
export function encodeCursor(pinned: object): string {
  return Buffer.from(JSON.stringify(pinned)).toString('base64url');
}

/**
 * `pins`: what the query at hand is about; a cursor of another query is refused, because a list whose pages were taken
 * from different questions would look whole and not be.
 */
export function decodeCursor<Place extends object>(cursor: string | undefined, pins: Readonly<Record<string, unknown>>): Place | null {
  if (cursor === undefined) return null;
  let pinned: Record<string, unknown>;
  try {
    pinned = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    throw notACursor();
  }
  if (typeof pinned !== 'object' || pinned === null || typeof pinned.place !== 'object' || pinned.place === null) throw notACursor();
  for (const name in pins) {
    if (pinned[name] !== pins[name]) {
      throw new BadQuery('cursor', 'cursor-mismatch', `The cursor belongs to a list with another ${name}: ask without a cursor to begin again.`);
    }
  }
  return pinned.place as Place;
}

const notACursor = (): BadQuery => new BadQuery('cursor', 'cursor-invalid', 'The cursor is not one we gave: use the "next" of the page before, unchanged.');
