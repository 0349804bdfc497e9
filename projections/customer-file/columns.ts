import type { Row } from '@tenure/querying';
import type { ReadSnapshot } from '@tenure/read-store';
import type { FileDocument } from './document.js';
import { type Columns, type Together, together } from './section.js';
import { sections } from './sections.js';

const exported = sections.flatMap((section) => ('columns' in section ? [section] : []));

/** The content of a row of the export. */
export type ExportedFile = Together<Frame | ReturnType<(typeof exported)[number]['show']>>;

interface Frame {
  readonly customerId: string;
  readonly events: number;
}

/** With its personal fields as stored. */
export function showExported(customerId: string, file: FileDocument): ExportedFile {
  const frame: Frame = { customerId, events: file.events };
  return together([frame, ...exported.map((section) => section.show(file))]);
}

/** The first section's columns come last: anybody may name attributes, which therefore move no other column. */
export const namedColumns = exported.flatMap(({ named }) => (named ? [named] : [])).reverse();

const found = new WeakMap<ReadSnapshot, Promise<Columns<ExportedFile>>>();

/** Columns of the export, in their order. Names that depend on the data are looked up once for each export. */
export function exportColumns(snapshot: ReadSnapshot): Promise<Columns<ExportedFile>> {
  let columns = found.get(snapshot);
  if (columns === undefined) {
    columns = findColumns(snapshot);
    found.set(snapshot, columns);
  }
  return columns;
}

async function findColumns(snapshot: ReadSnapshot): Promise<Columns<ExportedFile>> {
  const named = [];
  for (const columns of namedColumns) named.push(...(await columns.names(snapshot)).map((name) => columns.of(name)));
  return {
    customerId: ({ customerId }) => customerId,
    ...together(exported.map(({ columns }) => columns)),
    events: ({ events }) => events,
    ...together(named),
  };
}

export function rowOf<Shown>(columns: Columns<Shown>, shown: Shown): Row {
  const row: Row = {};
  for (const name in columns) row[name] = columns[name]!(shown);
  return row;
}
