import type { ErrorsFile } from '../errors-file.js';
import type { Identification } from '../identity/identified-customers.js';
import type { ImportFormat, ImportOptions } from '../import-options.js';
import type { FileMapping } from '../mapping/file-mapping.js';
import type { RowFormat } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** How a file is to be read, derived from its first lines and the options. */
export interface OpenedSource {
  readonly format: ImportFormat;
  readonly delimiter: string | null;
  readonly columns: readonly string[] | null;
  readonly mapping: FileMapping;
  /** Names of columns that no field is taken from. */
  readonly unusedColumns: readonly string[];
  readonly rows: RowFormat;
  /** Lines up to and including this one are the header and what is above it; 0 without a header. */
  readonly headerEnd: number;
  readonly errorsFile: ErrorsFile;
  /** What was skipped, in sentences. */
  readonly notes: readonly string[];
}

/** The beginning of a file, and what is known about the file as a whole. */
export interface FileBeginning {
  readonly lines: readonly TextLine[];
  /** Whether the lines are rows of a sheet. */
  readonly isSheet: boolean;
  readonly isAscii: boolean;
}

export type SourceOptions = ImportOptions & { readonly identification: Identification | null };
