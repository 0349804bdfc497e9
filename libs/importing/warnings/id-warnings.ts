import { counted, type ImportWarning } from './import-warning.js';

const meanings = {
  'invisible-characters-around-id': 'with invisible characters around the id, which were taken off',
  'id-in-scientific-notation': 'with an id that a spreadsheet has shortened: different ones may look the same; export the column as text',
  'ids-that-differ-in-case-or-form': 'with a customer id that is there in another spelling too: they are two customers unless the file is corrected',
} as const;

export type IdFinding = keyof typeof meanings;

export function idWarning(code: IdFinding, rows: number, example: string): ImportWarning {
  return { code, rows, example, message: `${counted(rows, 'row', 'rows')} ${meanings[code]}, e.g. "${example}"` };
}

export function telephoneWarning(rows: number, example: string, column: string | number): ImportWarning {
  const found = `${counted(rows, 'row has a customer id', 'rows have customer ids')} like a telephone number, e.g. "${example}", in clear in every event`;
  const remedy = `if they are, import the file with --map phone=${column}: an id is made of each number, which is kept as personal data`;
  return { code: 'telephone-like-ids', rows, example, message: `${found}; ${remedy}` };
}
