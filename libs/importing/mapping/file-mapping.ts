import { type Identification, identifiedCustomers } from '../identity/identified-customers.js';
import type { AnyKind } from '../kinds/kind.js';
import { type CellOf, findPreset, type Preset, presets } from '../presets/index.js';
import { type ColumnMap, type Columns, mappedByOption, namedAndRecognised, refuseMissing } from './column-mapping.js';
import type { DerivedCell } from './derived-cells.js';
import { headerWord } from './header-word.js';
import { columnsOf, type FoundField, type MappedField } from './mapped-field.js';
import type { NamedColumns } from './recognition.js';
import { compileCondition, type RowCondition } from './row-condition.js';
import { isCalled } from './vocabulary/index.js';

/** What determines how the columns of a file are mapped. */
export interface MappingOptions {
  readonly map?: ColumnMap;
  /** A preset by its name, or `none`. Default: the one whose columns the file has, if any. */
  readonly preset?: string;
  /** Conditions for rows to import: `Status=paid`. */
  readonly where?: readonly string[];
  /** How ids are made from personal values; null for a file that is known to have none. */
  readonly identification: Identification | null;
}

/** The meaning of the columns of a file. */
export interface FileMapping {
  readonly mapped: readonly MappedField[];
  /** Fields that the file has columns for. In NDJSON others are mapped too, for rows to come. */
  readonly fields: ReadonlySet<string>;
  /** Cells that follow those of the file, in this order. */
  readonly derived: readonly DerivedCell[];
  readonly preset: Preset | null;
  readonly conditions: readonly RowCondition[];
  /** Column name -> index, for the preset's rules. */
  readonly indexOf: (column: string) => number | null;
  /** Columns of the file that some field is read from, with that field. */
  readonly usedBy: ReadonlyMap<number, FoundField>;
}

/** @throws ImportRefused when a column is missing, or a field that every row needs has no column */
export function mapFile(kind: AnyKind, options: MappingOptions, columns: Columns, width = widthOf(columns)): FileMapping {
  const given = mappedByOption(options.map ?? {}, columns);
  const names = 'names' in columns ? columns.names : [];
  const preset = 'names' in columns ? findPreset(presets, kind.name, options.preset, names) : null;
  const indexOf = columnFinder(names);
  const found = [...given, ...('names' in columns ? otherFields(kind, given, preset, columns, indexOf) : [])];
  refuseMissing(kind, found, columns);
  const idsAreTelephones = found.some(({ field, column }) => field === 'customer_id' && isCalled(kind, 'phone', column));
  const { identification } = options;
  const fields = identification ? identifiedCustomers(found, { ...identification, order: preset?.identifiedBy, idsAreTelephones }) : idFirst(found);
  const conditions = (options.where ?? []).map((text) => compileCondition(text, names));
  return { ...placed(fields, width), fields: new Set(found.map(({ field }) => field)), preset, conditions, indexOf, usedBy: usedBy(found) };
}

/** The columns of the file that fields are read from, each with its field. */
export function readColumns({ usedBy }: FileMapping): MappedField[] {
  return [...usedBy].map(([index, { field, column, by }]) => ({ field, column, by, index }));
}

/** Why a preset excludes a row, or null. */
export function reasonToLeaveOut({ preset, indexOf }: FileMapping, cellAt: (index: number) => string): string | null {
  const cell: CellOf = (column) => {
    const index = indexOf(column);
    return index === null ? '' : cellAt(index);
  };
  return preset?.leaveOut?.(cell) ?? null;
}

function widthOf(columns: Columns): number {
  return 'names' in columns ? columns.names.length : columns.count;
}

function otherFields(kind: AnyKind, given: readonly FoundField[], preset: Preset | null, columns: NamedColumns, indexOf: (name: string) => number | null) {
  if (!preset) return namedAndRecognised(kind, given, columns);
  return Object.entries(preset.fields).flatMap(([field, source]): FoundField[] => {
    const place = given.some((each) => each.field === field) ? null : source(indexOf);
    return place ? [{ field, ...place, by: 'preset' }] : [];
  });
}

function columnFinder(names: readonly string[]): (name: string) => number | null {
  const words = new Map<string, number>();
  names.forEach((name, index) => {
    const word = headerWord(name);
    if (!words.has(word)) words.set(word, index);
  });
  return (name) => words.get(headerWord(name)) ?? null;
}

function idFirst(found: readonly FoundField[]): FoundField[] {
  const isId = ({ field }: FoundField): boolean => field === 'customer_id';
  return [...found.filter(isId), ...found.filter((each) => !isId(each))];
}

/** Derived cells get places after the columns of the file. */
function placed(fields: readonly FoundField[], width: number): Pick<FileMapping, 'mapped' | 'derived'> {
  const derived: DerivedCell[] = [];
  const mapped = fields.map(({ from, ...field }): MappedField => {
    const index = typeof from === 'number' ? from : width + derived.push(from) - 1;
    return { ...field, index };
  });
  return { mapped, derived };
}

function usedBy(fields: readonly FoundField[]): Map<number, FoundField> {
  return new Map(fields.flatMap((field) => columnsOf(field).map((index) => [index, field] as const)));
}
