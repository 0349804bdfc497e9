import type { FieldType } from '../kinds/kind.js';

const flagWords = /^([01xyn-]|yes|no|true|false|ja|nein|wahr|falsch|是|否)$/i;
const looks: Readonly<Record<Exclude<FieldType, 'text' | 'word'>, (cell: string) => boolean>> = {
  time: looksLikeDate,
  day: looksLikeDate,
  money: looksLikeNumber,
  number: looksLikeNumber,
  flag: (cell) => flagWords.test(cell),
};

function looksLikeDate(cell: string): boolean {
  return /\d/.test(cell) && (/\d\D+\d/.test(cell) || /^\d{5,}$/.test(cell));
}

function looksLikeNumber(cell: string): boolean {
  return /\d/.test(cell) && !/\d{1,2}[:/]\d{1,2}|\d{4}-\d\d-\d\d/.test(cell) && (cell.match(/\p{L}/gu)?.length ?? 0) <= 4;
}

/** Whether cells may be values of a type: most filled cells look like one, or no cell is filled. */
export function mayHold(type: FieldType, cells: readonly string[]): boolean {
  if (type === 'text' || type === 'word') return true;
  const filled = cells.filter((cell) => cell !== '');
  return filled.filter((cell) => looks[type](cell)).length * 2 >= filled.length;
}

/** A time of day alone, as in a column next to one of days. */
export function isTimeOfDay(cell: string): boolean {
  return /^\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[ap]\.?m\.?)?$/i.test(cell);
}
