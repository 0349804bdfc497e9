import { nearest } from '@tenure/shape';
import type { AnyKind } from '../kinds/kind.js';
import { mayHold } from './fitting-cells.js';
import { headerWord } from './header-word.js';
import { cellsOf, type NamedColumns } from './recognition.js';
import { wordsOf } from './vocabulary/index.js';

const shortestWord = 4;
const shortestIdeographs = 2;

/**
 * The likeliest column for a field that was not recognised: one with almost its name, otherwise one whose name contains a name of
 * the field or is contained in one, otherwise the only one whose cells could be such values. Null when there is no evidence for any.
 */
export function likeliestColumn(kind: AnyKind, field: string, columns: NamedColumns, taken: ReadonlySet<number>): string | null {
  const type = kind.fields[field]?.type ?? 'text';
  const free = columns.names.flatMap((name, index) => (taken.has(index) || name === '' ? [] : [{ name, cells: cellsOf(columns, index) }]));
  const fitting = free.filter(({ cells }) => mayHold(type, cells)).map(({ name }) => name);
  const words = wordsOf(kind, field).flatMap((rank) => [...rank]);
  const almost = nearest(field, fitting);
  if (almost) return almost;
  const byWord = words.flatMap((word) => (isTelling(word) ? fitting.filter((name) => headerWord(name).includes(word)) : []));
  const inWord = fitting.filter((name) => isTelling(headerWord(name)) && words.some((word) => word.includes(headerWord(name))));
  const misspelt = words.flatMap((word) => (/^[a-z]{4,}$/.test(word) ? (nearest(word, fitting) ?? []) : []));
  const [likely] = [...byWord, ...misspelt, ...inWord];
  if (likely !== undefined) return likely;
  const sure = free.filter(({ cells }) => type !== 'text' && cells.some((cell) => cell !== '') && mayHold(type, cells));
  return sure.length === 1 ? (sure[0]?.name ?? null) : null;
}

/** Short words occur inside many others: `no` in `note`. */
function isTelling(word: string): boolean {
  return word.length >= (/\p{Script=Han}/u.test(word) ? shortestIdeographs : shortestWord);
}
