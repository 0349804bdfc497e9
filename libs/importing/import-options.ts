import type { DecimalMark } from './fields/numbers/marks.js';

/** How a file was read; a workbook is recognised by its bytes and never by an option. */
export type ImportFormat = 'csv' | 'ndjson' | 'columns' | 'xlsx';

/** The options of an import, already parsed. */
export interface ImportOptions {
  /** What a row is: a name from `kinds/`. */
  readonly kind: string;
  /** Who imports; recorded in the metadata of every event. */
  readonly actor: string;
  /** Helps to recognise the format. */
  readonly fileName?: string;
  /** Default: by the file's name, otherwise by its first line. */
  readonly format?: ImportFormat;
  /** A label of https://encoding.spec.whatwg.org or a usual name. Default: detected from the bytes of the whole file. */
  readonly encoding?: string;
  /** Field -> column name, or 1-based number; `attribute.<name>` for an attribute of the customer. */
  readonly map?: Readonly<Record<string, string | number>>;
  /** An export format that is known by its columns; `none` for no preset. Default: detected from the columns. */
  readonly preset?: string;
  /** Conditions for rows to import, all of which must hold: `Status=paid`, `Status!=test`, `Status=paid,refunded`. */
  readonly where?: readonly string[];
  /** CSV only. Default: as given by a line `sep=`, otherwise the one of comma, semicolon, tab and bar that splits most rows alike. */
  readonly delimiter?: string;
  /** For a workbook: a sheet's name, or its number from 1. Default: the first that is not hidden. */
  readonly sheet?: string;
  /** Lines above the header, or above the first row, that are skipped. Default: detected where a header follows. */
  readonly skipLines?: number;
  /** Whether the first line names the columns. Default: detected from the line. */
  readonly header?: boolean;
  /** E.g. `yyyyMMdd` or `dd/MM/yyyy HH:mm`, or `day-first`, `month-first`, `unix`, `unix-ms`, `excel`, `excel-1904`. Default: recognised from the column. */
  readonly dateFormat?: string;
  /** IANA name for times that carry no zone. Default: the engine's. */
  readonly timeZone?: string;
  /** The engine's reporting zone. Default: UTC. */
  readonly engineTimeZone?: string;
  /** The decimal mark of every number. Default: recognised from the column. */
  readonly decimal?: DecimalMark;
  /** ISO 4217, for amounts without a currency column. */
  readonly currency?: string;
  /** Everything except recording. */
  readonly dryRun?: boolean;
}
