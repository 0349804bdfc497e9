import { type DocumentChange, type KeptDocument, PIECE_MARK, type Piece } from '@tenure/read-store';
import { LongList } from './long-list.js';

/** Up to where a document is kept whole, and how a larger one is cut; in characters, except `items`. */
export interface DivisionLimits {
  /** A document up to here is one text. */
  readonly whole: number;
  readonly page: number;
  /** A list with fewer items is not cut, whatever they are. */
  readonly items: number;
}

/** Documents above 1 MiB are divided; a change writes a page of 32 KiB for each list that it touches. */
export const DIVISION: DivisionLimits = { whole: 1_048_576, page: 32_768, items: 64 };

/** The lists that a document is divided into, wherever they stand in it. */
export function listsIn(document: unknown): LongList[] {
  if (document instanceof LongList) return [document];
  if (typeof document !== 'object' || document === null) return [];
  return Object.values(document).flatMap(listsIn);
}

/** The document with plain arrays, for readers. A document without lists is returned itself. */
export function plainOf(document: unknown): unknown {
  if (document instanceof LongList) return document.flat();
  if (typeof document !== 'object' || document === null) return document;
  if (Array.isArray(document)) return document.map(plainOf);
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, plainOf(value)]));
}

/**
 * The document with those arrays replaced by lists that make it long: arrays of many items, none of which is long by itself. Lists
 * inside such an array become part of it.
 */
function divide(document: unknown, limits: DivisionLimits): unknown {
  if (typeof document !== 'object' || document === null || document instanceof LongList) return document;
  if (JSON.stringify(plainOf(document)).length <= limits.page) return document;
  if (!Array.isArray(document)) return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, divide(value, limits)]));
  const plain = plainOf(document) as unknown[];
  const isLong = (item: unknown) => typeof item === 'object' && JSON.stringify(item).length > limits.page;
  if (plain.length < limits.items || plain.some(isLong)) return document.map((each) => divide(each, limits));
  return LongList.of(plain);
}

export interface HandedDocument {
  readonly key: string;
  readonly revision: number;
  readonly document: unknown;
  /** The lists it was divided into when it was last written; null: it was one text. */
  readonly lists: readonly LongList[] | null;
}

/**
 * A document ready to be written: whole, or a frame with a mark in the place of each piece, and the changed pieces. It is divided
 * once it has become too long, and stays divided. Returns the document as it is held from here on.
 */
export function writeDocument(
  { key, revision, document, lists: before }: HandedDocument,
  limits: DivisionLimits,
): { stored: DocumentChange; document: unknown; lists: readonly LongList[] | null } {
  const whole = JSON.stringify(document);
  if (whole.length <= limits.whole && before === null) return { stored: { key, revision, body: whole }, document, lists: null };
  const held = whole.length > limits.whole ? divide(document, limits) : document;
  const lists = listsIn(held);
  let body = held === document ? whole : JSON.stringify(held);
  let pieces = 0;
  const newId = () => {
    pieces += 1;
    return `${revision}.${pieces}`;
  };
  const written = lists.map((list) => {
    const changes = list.write(newId, limits.page);
    body = body.replace(`"${list.token}"`, () => `[${changes.ids.map(() => PIECE_MARK).join()}]`);
    return changes;
  });
  const division = {
    ids: written.flatMap(({ ids }) => ids),
    added: written.flatMap(({ added }) => added),
    dropped: [...(before ?? []).filter((list) => !lists.includes(list)).flatMap((list) => list.release()), ...written.flatMap(({ dropped }) => dropped)],
  };
  return { stored: { key, revision, body, division }, document: held, lists };
}

const RUN_OF_MARKS = new RegExp(`\\[${PIECE_MARK}(?:,${PIECE_MARK})*\\]`, 'g');

/** A document as its writer stored it, with its lists. */
export function readKept({ body, pieces }: KeptDocument): unknown {
  if (!pieces) return JSON.parse(body);
  const left: Piece[] = [...pieces];
  const lists = new Map<string, LongList>();
  const frame = body.replace(RUN_OF_MARKS, (run) => {
    const list = LongList.from(left.splice(0, run.split(PIECE_MARK).length - 1));
    lists.set(list.token, list);
    return `"${list.token}"`;
  });
  return JSON.parse(frame, (_, value) => (typeof value === 'string' ? (lists.get(value) ?? value) : value));
}
