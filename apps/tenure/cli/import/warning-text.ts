import type { ImportResult } from '@tenure/importing';
import { grouped } from '../output/table.js';

const meanings: Readonly<Record<string, string>> = {
  'invisible-characters-around-id': 'with invisible characters around the id, which were taken off',
  'id-in-scientific-notation': 'with an id that a spreadsheet has shortened: different ones may look the same. Export the column as text',
  'ids-that-differ-in-case-or-form': 'with a customer id that is there in another spelling too: they are two customers unless the file is corrected',
};

/** What went in and may not be meant so, for a person. */
export function warningText({ code, rows, example }: ImportResult['warnings'][number]): string {
  if (code === 'one-order-each') {
    const remedy = `unless that is so, ${example} is not the customer's column: name it with --map customer_id=COLUMN`;
    return `Warning: each of ${grouped(rows)} customers has one order; ${remedy}.`;
  }
  if (code === 'telephone-like-ids') {
    const remedy = 'If they are, import the file with --map phone=COLUMN: an id is made of each number, and the number is kept as personal data';
    return `Warning: ${grouped(rows)} ${rows === 1 ? 'row has a customer id' : 'rows have customer ids'} like a telephone number, e.g. "${example}", in clear in every event. ${remedy}.`;
  }
  return `Warning: ${grouped(rows)} ${rows === 1 ? 'row' : 'rows'} ${meanings[code] ?? `(${code})`}, e.g. "${example}".`;
}
