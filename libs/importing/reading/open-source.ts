import type { ErrorsFile } from '../errors-file.js';
import type { Identification } from '../identity/identified-customers.js';
import type { ImportFormat, ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import type { FileMapping } from '../mapping/file-mapping.js';
import { openColumns } from './open-columns.js';
import { openNdjson } from './open-ndjson.js';
import { openCsv, openSheet } from './open-table.js';
import { formatOf, refuseBinary, refuseMarkup } from './sniffing.js';
import type { RowFormat } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** How a file is to be read, found out from its first lines and the options. */
export interface OpenedSource {
  readonly format: ImportFormat;
  readonly delimiter: string | null;
  readonly columns: readonly string[] | null;
  readonly mapping: FileMapping;
  /** Names of columns that no field is taken from. */
  readonly unusedColumns: readonly string[];
  readonly rows: RowFormat;
  /** Lines up to and with this one are the header and what stands above it; 0 without them. */
  readonly headerEnd: number;
  readonly errorsFile: ErrorsFile;
  /** What was passed over, in sentences. */
  readonly notes: readonly string[];
}

/** The beginning of a file, and what is known of it as a whole. */
export interface FileBeginning {
  readonly lines: readonly TextLine[];
  /** Whether the lines are rows of a sheet. */
  readonly isSheet: boolean;
  readonly isAscii: boolean;
}

export type SourceOptions = ImportOptions & { readonly identification: Identification | null };

/** @throws ImportRefused when the file is none of the formats, or a mapped column is not there. */
export function openSource(kind: AnyKind, options: SourceOptions, beginning: FileBeginning): OpenedSource {
  const file = options.fileName ?? 'the file';
  const { lines } = beginning;
  refuseBinary(lines, file);
  const first = lines.find(({ text }) => text.trim() !== '');
  if (!first) throw new ImportRefused('empty-file', 'file', `${file} has only blank lines: there is nothing to import`);
  if (beginning.isSheet) return openSheet(kind, options, lines);
  refuseMarkup(first.text, file);
  switch (options.format ?? formatOf(options.fileName, lines)) {
    case 'columns':
      return openColumns(kind, options, lines);
    case 'ndjson':
      return openNdjson(kind, options, file, lines);
    default:
      return openCsv(kind, options, beginning);
  }
}
