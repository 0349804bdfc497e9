import { canonicalTimeZone, timeZoneRemedy, wallToEpoch } from '@tenure/time';
import { type CellReader, type CellValue, cellReader } from '../fields/cell-reader.js';
import { compileDateFormat, type ParseTime } from '../fields/date-format.js';
import { isoTime } from '../fields/iso-time.js';
import { ownText } from '../fields/own-text.js';
import type { ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind, RowBasis } from '../kinds/kind.js';
import { RowProblem } from '../row-problem.js';
import { attributePrefix } from './column-mapping.js';
import { cellText, type MappedField } from './mapped-field.js';

export interface BuiltRow extends RowBasis {
  [field: string]: CellValue | Readonly<Record<string, string>> | undefined;
}

/** From a row's cells to the values of its fields, or the first thing wrong with them. */
export type RowBuilder = (cells: readonly string[]) => (RowBasis & BuiltRow) | RowProblem;

interface Column {
  readonly field: string;
  readonly textOf: (cells: readonly string[]) => string;
  readonly required: boolean;
  readonly read: CellReader;
}

const isoFormats = 'RFC 3339, yyyy-MM-dd or yyyy-MM-dd HH:mm[:ss]';

/** The way times are written in this file, compiled. */
export function timeParser({ dateFormat, timeZone = 'UTC' }: ImportOptions): ParseTime {
  const zone = canonicalTimeZone(timeZone);
  if (zone === null) throw new ImportRefused('unknown-time-zone', 'timeZone', `timeZone "${timeZone}" is no time zone: give ${timeZoneRemedy(timeZone)}`);
  const toEpoch = wallToEpoch(zone);
  return dateFormat === undefined ? isoTime(toEpoch) : compileDateFormat(dateFormat, toEpoch);
}

/** Compiles the mapping once; a row then costs a loop over its columns. */
export function compileRowBuilder(kind: AnyKind, mapped: readonly MappedField[], parseTime: ParseTime, options: ImportOptions): RowBuilder {
  const attributes = mapped
    .filter(({ field }) => field.startsWith(attributePrefix))
    .map((field) => ({ name: field.field.slice(attributePrefix.length), textOf: cellText(field) }));
  const columns = mapped.flatMap((each): Column[] => {
    const { field } = each;
    const definition = kind.fields[field];
    if (!definition) return [];
    return [
      {
        field,
        textOf: cellText(each),
        required: definition.required === true,
        read: cellReader(field, definition.type, parseTime, options.dateFormat ?? isoFormats),
      },
    ];
  });
  const currencyField = mapped.find(({ field }) => field === 'currency');
  const currencyText = currencyField ? cellText(currencyField) : () => '';

  return (cells) => {
    const row: Record<string, unknown> = {};
    const currency = currencyText(cells) || options.currency;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] as Column;
      const text = column.textOf(cells);
      if (!text) {
        if (column.required) return new RowProblem('required', column.field, `${column.field} is empty: fill it in`);
        continue;
      }
      const value = column.read(text, currency);
      if (value instanceof RowProblem) return value;
      row[column.field] = value;
    }
    if (attributes.length > 0) row['attributes'] = attributesOf(attributes, cells);
    return row as RowBasis & BuiltRow;
  };
}

function attributesOf(
  attributes: readonly { name: string; textOf: (cells: readonly string[]) => string }[],
  cells: readonly string[],
): Record<string, string> | undefined {
  const given = attributes.map(({ name, textOf }) => [name, textOf(cells)] as const).filter(([, text]) => text !== '');
  return given.length > 0 ? Object.fromEntries(given.map(([name, text]) => [name, ownText(text)])) : undefined;
}
