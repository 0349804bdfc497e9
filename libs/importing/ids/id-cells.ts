import { HashCounts } from '../hash-counts.js';
import { holdsSeveralAddresses } from '../identity/email-address.js';
import { mayBeTelephone } from '../identity/telephone-number.js';
import type { AnyKind } from '../kinds/kind.js';
import type { MappedField } from '../mapping/mapped-field.js';
import type { RowBuilder } from '../mapping/row-builder.js';
import { RowProblem } from '../row-problem.js';
import { type IdFinding, idWarning, telephoneWarning } from '../warnings/id-warnings.js';
import type { ImportWarning } from '../warnings/import-warning.js';
import { idText } from './id-text.js';

/** What programs write where there is no id: taken as ids, these would make one customer of all who have none. */
const noId = /^(?:[([<]?null[)\]>]?|\\n|nil|none|undefined|nan|nat|n\/a|#n\/a|#(?:ref|value|name|null|num|div\/0)[!?])$/i;
/** The first cell of a line that sums up those above it. */
const totals =
  /^(?:(?:grand|sub)[ -]?)?(?:total|totals|sum|summe|gesamt|gesamtsumme|zwischensumme|somme|totale|итого|合计|总计|小计|總計|合計|小計)\s*[:：]?$/iu;
/** A long number that a spreadsheet has shortened: different ones look the same. */
const shortened = /^\d(?:[.,]\d+)?e\+?\d{1,3}$/i;
/** Most ids: visible ASCII that ends in a digit and has no E, so that no pattern above can match. */
const ordinary = /^[!-DF-df-~]*\d$/;
/** Digits, and the marks that people put between them. */
const onlyDigits = /^[\d.-]+$/;
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** Checks the cells that name things: trims them, refuses invalid ids, and notes suspicious ones. */
export class IdCells {
  readonly #places: readonly { readonly field: string; readonly index: number }[];
  readonly #spellings = new HashCounts();
  readonly #names = new HashCounts();
  readonly #digits = { ids: 0, telephones: 0, example: '' };
  readonly #found = new Map<IdFinding, { rows: number; readonly example: string }>();

  readonly #column: string | number;

  constructor(kind: AnyKind, mapped: readonly MappedField[]) {
    this.#column = mapped.find(({ field }) => field === 'customer_id')?.column ?? 'COLUMN';
    this.#places = mapped.filter(({ field }) => field.endsWith('_id') && kind.fields[field]?.type === 'text');
  }

  /** The cells of a row with clean ids, or why it cannot be imported. */
  clean(cells: readonly string[]): readonly string[] | RowProblem {
    let cleaned: string[] | null = null;
    for (const { field, index } of this.#places) {
      const cell = cells[index] ?? '';
      if (ordinary.test(cell)) {
        if (field === 'customer_id') this.#noteCustomer(cell);
        continue;
      }
      const id = idText(cell);
      if (id === '') continue;
      const problem = problemOf(field, id);
      if (problem) return problem;
      if (id !== cell) {
        if (id !== cell.trim()) this.#note('invisible-characters-around-id', id);
        cleaned ??= [...cells];
        cleaned[index] = id;
      }
      if (shortened.test(id)) this.#note('id-in-scientific-notation', id);
      if (field === 'customer_id') this.#noteCustomer(id);
    }
    return cleaned ?? cells;
  }

  get warnings(): ImportWarning[] {
    const found = [...this.#found].map(([code, { rows, example }]) => idWarning(code, rows, example));
    const { ids, telephones, example } = this.#digits;
    // Some arbitrary ids of digits look like telephone numbers by chance.
    return telephones > 0 && telephones * 2 >= ids ? [...found, telephoneWarning(telephones, example, this.#column)] : found;
  }

  #noteCustomer(id: string): void {
    this.#noteTwin(id);
    if (!onlyDigits.test(id)) return;
    this.#digits.ids += 1;
    if (!mayBeTelephone(id)) return;
    if (this.#digits.telephones === 0) this.#digits.example = id;
    this.#digits.telephones += 1;
  }

  #note(code: IdFinding, example: string): void {
    const known = this.#found.get(code);
    if (known) known.rows += 1;
    else this.#found.set(code, { rows: 1, example });
  }

  /** Notes another spelling of an id seen earlier: in capitals, or in another of Unicode's forms of the same text. */
  #noteTwin(id: string): void {
    if (this.#spellings.add(id) > 0) return;
    if (this.#names.add(id.normalize('NFKC').toLowerCase()) > 0) this.#note('ids-that-differ-in-case-or-form', id);
  }
}

/** The same builder, on cells whose ids are clean. */
export function withCleanIds(ids: IdCells, build: RowBuilder): RowBuilder {
  return (cells) => {
    const clean = ids.clean(cells);
    return clean instanceof RowProblem ? clean : build(clean);
  };
}

function problemOf(field: string, id: string): RowProblem | null {
  if (noId.test(id))
    return new RowProblem('no-id', field, `${field} "${id}" stands for no id: fill in the id${field === 'customer_id' ? '' : ', or empty the cell'}`);
  if (field === 'customer_id' && totals.test(id)) {
    return new RowProblem('total-row', field, `${field} "${id}" looks like a line that adds up those above it: leave it out`);
  }
  if (field === 'customer_id' && holdsSeveralAddresses(id)) {
    return new RowProblem('several-addresses', field, `${field} "${id}" holds several e-mail addresses: leave the one that the customer is known by`);
  }
  if (!invisible.test(id)) return null;
  const shown = id.replace(
    /\p{Default_Ignorable_Code_Point}/gu,
    (character) => `<U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
  return new RowProblem('invisible-characters', field, `${field} "${shown}" holds characters that nobody sees: delete them`);
}
