import { ndjsonErrorsFile } from '../errors-file.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { withDerivedCells } from '../mapping/derived-cells.js';
import { mapFile, readColumns } from '../mapping/file-mapping.js';
import type { MappedField } from '../mapping/mapped-field.js';
import { numericColumns } from '../mapping/numeric-columns.js';
import { noPreset } from '../presets/index.js';
import { RowProblem } from '../row-problem.js';
import { errorProperty, ndjsonRows, parseObject } from './ndjson-rows.js';
import type { OpenedSource, SourceOptions } from './opened-source.js';
import { mostCells } from './source-row.js';
import type { TextLine } from './text-lines.js';
import { unusedColumns } from './unused-columns.js';

/** Objects need not all have the same properties: optional fields are searched in every one of them. */
export function openNdjson(kind: AnyKind, options: SourceOptions, file: string, sample: readonly TextLine[]): OpenedSource {
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
  if (names.length > mostCells) {
    const reason = `the first objects of ${file} have ${names.length} different properties, at most ${mostCells} are read: write one fact an object`;
    throw new ImportRefused('too-many-columns', 'file', reason);
  }
  const others = Object.keys(kind.fields).filter((field) => !names.includes(field));
  const width = names.length + others.length;
  const mapping = mapFile(kind, { ...options, preset: noPreset }, { names, sample: [] }, width);
  const known = new Set(mapping.mapped.map(({ field }) => field));
  const later = others.flatMap((field, at): MappedField[] => (known.has(field) ? [] : [{ field, column: field, index: names.length + at, by: 'name' }]));
  const mapped = [...mapping.mapped, ...later];
  const isRead = (index: number): boolean => mapping.usedBy.has(index) || mapping.conditions.some((condition) => condition.index === index);
  const paths = [...names.map((name, index) => (isRead(index) ? name : null)), ...others];
  return {
    format: 'ndjson',
    delimiter: null,
    columns: names,
    mapping: { ...mapping, mapped },
    unusedColumns: unusedColumns(names, mapping).filter((name) => ![...mapping.usedBy.keys()].some((index) => names[index]?.startsWith(`${name}.`))),
    rows: withDerivedCells(ndjsonRows(paths, numericColumns(kind, [...readColumns(mapping), ...later])), width, mapping.derived),
    headerEnd: 0,
    errorsFile: ndjsonErrorsFile,
    notes: [],
  };
}

/** The properties of the sample's objects, with `price.amount` for a nested one. */
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
