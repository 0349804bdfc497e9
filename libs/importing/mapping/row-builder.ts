import type { MoneyAmount } from '@tenure/customer';
import { isBlank } from '../fields/blank.js';
import { type CellReader, type CellValue, cellReader } from '../fields/cell-reader.js';
import { withoutSign } from '../fields/numbers/literal.js';
import { ownText } from '../fields/own-text.js';
import { shown } from '../fields/shown.js';
import type { ImportOptions } from '../import-options.js';
import type { AnyKind, RowBasis } from '../kinds/kind.js';
import { RowProblem } from '../row-problem.js';
import { attributePrefix } from './column-mapping.js';
import { withSpaces } from './derived-cells.js';
import type { StyleOf } from './file-style.js';
import { cellText, type MappedField } from './mapped-field.js';

export interface BuiltRow extends RowBasis {
  /** Field -> the cell in a form that no option changes: `1234.5`, `2026-10-31T20:00:00.000`. */
  readonly asWritten: Readonly<Record<string, string>>;
  [field: string]: CellValue | Readonly<Record<string, string>> | undefined;
}

/** From a row's cells to the values of its fields, or the first problem with them. */
export type RowBuilder = (cells: readonly string[]) => (RowBasis & BuiltRow) | RowProblem;

interface Column {
  readonly field: string;
  readonly textOf: (cells: readonly string[]) => string;
  readonly required: boolean;
  readonly isText: boolean;
  readonly isMoney: boolean;
  readonly read: CellReader;
  readonly madeOf: MappedField['madeOf'];
}

/** Compiles the mapping once; a row then costs a loop over its columns. */
export function compileRowBuilder(kind: AnyKind, mapped: readonly MappedField[], styleOf: StyleOf, options: ImportOptions): RowBuilder {
  const attributes = mapped
    .filter(({ field }) => field.startsWith(attributePrefix))
    .map((field) => ({ name: field.field.slice(attributePrefix.length), textOf: cellText(field) }));
  const columns = mapped.flatMap((each): Column[] => {
    const { field } = each;
    const definition = kind.fields[field];
    if (!definition) return [];
    const { type, required = false } = definition;
    return [
      {
        field,
        textOf: cellText(each),
        required,
        isText: type === 'text',
        isMoney: type === 'money',
        madeOf: each.madeOf,
        read: cellReader(field, definition, styleOf(field)),
      },
    ];
  });
  const currencyField = mapped.find(({ field }) => field === 'currency');
  const currencyText = currencyField ? cellText(currencyField) : () => '';

  return (cells) => {
    const row: Record<string, unknown> = {};
    const asWritten: Record<string, string> = {};
    let currency = currencyText(cells) || options.currency;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] as Column;
      const text = column.textOf(cells);
      if (!text || (!column.isText && isBlank(text))) {
        if (column.required) return wrongSource(column.madeOf, cells) ?? new RowProblem('required', column.field, `${column.field} is empty: fill it in`);
        continue;
      }
      const read = column.read(text, currency);
      if (read instanceof RowProblem) return read;
      if (column.isMoney) currency ??= (read.value as MoneyAmount).currency;
      row[column.field] = read.value;
      asWritten[column.field] = read.asWritten;
    }
    row['asWritten'] = asWritten;
    if (attributes.length > 0) row['attributes'] = attributesOf(attributes, cells);
    return row as RowBasis & BuiltRow;
  };
}

const personalValues = { email: 'e-mail address', phone: 'telephone number', account: 'account number' } as const;

/** The first value from which an id should have been made, and could not. */
function wrongSource(sources: MappedField['madeOf'] = [], cells: readonly string[]): RowProblem | null {
  for (const { key, columns } of sources) {
    const text = withSpaces(columns.map((index) => cells[index]?.trim() ?? ''));
    if (text !== '' && !isBlank(text)) {
      return new RowProblem(`no-${key}`, key, `${key} "${shown(text)}" is no ${personalValues[key]}: correct it, or fill in a customer_id`);
    }
  }
  return null;
}

function attributesOf(
  attributes: readonly { name: string; textOf: (cells: readonly string[]) => string }[],
  cells: readonly string[],
): Record<string, string> | undefined {
  const given = attributes.map(({ name, textOf }) => [name, textOf(cells)] as const).filter(([, text]) => text !== '');
  return given.length > 0 ? Object.fromEntries(given.map(([name, text]) => [name, ownText(withoutSign(text))])) : undefined;
}
