import { ndjsonErrorsFile } from '../errors-file.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { type ColumnMap, mapColumns } from '../mapping/column-mapping.js';
import type { MappedField } from '../mapping/mapped-field.js';
import { numericColumns } from '../mapping/numeric-columns.js';
import { RowProblem } from '../row-problem.js';
import { errorProperty, ndjsonRows, parseObject } from './ndjson-rows.js';
import type { OpenedSource } from './open-source.js';
import type { TextLine } from './text-lines.js';
import { unusedColumns } from './unused-columns.js';

/** Objects need not all have the same properties: optional fields are looked for in every one of them. */
export function openNdjson(kind: AnyKind, map: ColumnMap, file: string, sample: readonly TextLine[]): OpenedSource {
  const names = propertyNames(sample);
  if (names.length === 0) {
    const isArray = sample.some(({ text }) => text.trimStart().startsWith('['));
    const isSpread = sample.some(({ text }) => text.trim() === '{');
    const remedy = isArray
      ? 'it looks like one JSON array: write each of its objects on a line of its own'
      : isSpread
        ? 'it looks like JSON over several lines: write each object on one line'
        : 'none of its first lines is a JSON object; for CSV or columns give the format';
    throw new ImportRefused('not-ndjson', 'file', `${file} is not NDJSON: ${remedy}`);
  }
  const there = mapColumns(kind, map, { names, sample: [] });
  const mappedFields = new Set(there.map(({ field }) => field));
  const others = Object.keys(kind.fields).filter((field) => !mappedFields.has(field));
  const used = [...new Set(there.flatMap(({ index, further = [] }) => [index, ...further]))];
  const paths = [...used.map((index) => names[index] as string), ...others];
  const mapped = there.map((field) => ({ ...field, index: used.indexOf(field.index), further: field.further?.map((index) => used.indexOf(index)) }));
  const all = [...mapped, ...others.map((field, at): MappedField => ({ field, column: field, index: used.length + at, by: 'name' }))];
  return {
    format: 'ndjson',
    delimiter: null,
    columns: names,
    mapped: all,
    unusedColumns: unusedColumns(names, there).filter((name) => !used.some((index) => names[index]?.startsWith(`${name}.`))),
    rows: ndjsonRows(paths, numericColumns(kind, all)),
    headerEnd: 0,
    errorsFile: ndjsonErrorsFile,
    notes: [],
  };
}

/** Of the sample's objects, and `price.amount` for what is inside one of their properties. */
function propertyNames(sample: readonly TextLine[]): string[] {
  const names = new Set<string>();
  for (const { text } of sample) {
    const object = parseObject(text);
    if (object instanceof RowProblem) continue;
    for (const [name, value] of Object.entries(object)) {
      if (name === errorProperty) continue;
      names.add(name);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) for (const inner of Object.keys(value)) names.add(`${name}.${inner}`);
    }
  }
  return [...names];
}
