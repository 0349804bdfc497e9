import type { MoneyTotal } from '@tenure/customer';
import type { ImportFormat } from './import-options.js';
import type { ReadAs } from './mapping/file-style.js';
import type { Reason } from './reasons.js';
import type { ImportWarning } from './warnings/import-warning.js';

/** The lines of a running import, in this order: one `source`, then `rejected` and `progress`, then one `result`. */
export type ImportLine =
  | ({ readonly type: 'source' } & ImportSource)
  | ({ readonly type: 'rejected' } & RejectedRow)
  | ({ readonly type: 'progress' } & ImportProgress)
  | ({ readonly type: 'result' } & ImportResult);

/** How the file was understood. */
export interface ImportSource {
  /** Identifies this run: a UUID that sorts by time, in the metadata of each event that the run records. */
  readonly importId: string;
  readonly format: ImportFormat;
  /** A label of https://encoding.spec.whatwg.org, as used for the whole file. */
  readonly encoding: string;
  /** What was guessed or skipped, in sentences, each with the option that overrides it. */
  readonly notes: readonly string[];
  /** Columns with a name that no field is taken from. */
  readonly unusedColumns: readonly string[];
  readonly delimiter: string | null;
  /** The columns' names, or null when the file does not name them. */
  readonly columns: readonly string[] | null;
  /** Field -> column name or 1-based number, as used. */
  readonly mapping: Readonly<Record<string, string | number>>;
  /** The preset that defines the columns, or null. */
  readonly preset: string | null;
  /** Fields whose columns were recognised by a name other than the field's own. */
  readonly recognised: readonly string[];
  /** Field -> what was found out about the notation of its column: `decimal comma`, `day before month`. */
  readonly understood: Readonly<Record<string, string>>;
  /** The first line of an errors file, or null if it needs none. */
  readonly errorsHeader: string | null;
}

export interface RejectedRow {
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  readonly reason: string;
  /** The row as in the file. */
  readonly text: string;
  /** The row for the errors file: fix it and import it again; what is added to the row is skipped. */
  readonly errorsLine: string;
}

export interface ImportProgress {
  /** Bytes of the file, in proportion to the rows read that have been decided. */
  readonly bytes: number;
  readonly rows: number;
  readonly rejected: number;
}

/** How the file was read, and the outcome of its rows. */
export interface ImportResult extends ImportCounts {
  /** The same as in the source. */
  readonly importId: string;
  /** Where the caller wrote rejected rows; null from the engine, which writes no file. */
  readonly errorsFile: string | null;
  /** Recorded facts that may not be meant so. */
  readonly warnings: readonly ImportWarning[];
  /** The zone in which times without one were read. */
  readonly timeZone: string;
  readonly understood: ImportSource['understood'];
  /** Options with which a file of some of these rows, such as the rejected ones, is read in the same way. */
  readonly readAs: ReadAs;
  /** How the file was read, and what was guessed or skipped: as in the source. */
  readonly encoding: string;
  readonly notes: readonly string[];
  /** Columns with a name that no field is taken from. */
  readonly unusedColumns: readonly string[];
  /** For a dry run: what was checked. `file`: each row by itself; `state`: also against the recorded state. */
  readonly dryRun?: { readonly checked: 'file' | 'state'; readonly means: string };
}

export interface ImportCounts {
  /** read = accepted + duplicate + rejected + leftOut. */
  readonly read: number;
  readonly accepted: number;
  /** Rows that this run did not have to record: recorded before, or repeated in this file. */
  readonly duplicate: number;
  /** The duplicates that repeat another row of this file. */
  readonly repeated: number;
  readonly rejected: number;
  /** Why rows were rejected, the most frequent cause first. */
  readonly reasons: readonly Reason[];
  /** Rows that --where or a preset excludes, and why: `not paid (Financial Status: pending)`. */
  readonly leftOut: number;
  readonly leftOutReasons: readonly { readonly reason: string; readonly rows: number }[];
  /**
   * Different customers of the facts in accepted and duplicate rows. Each fact counts once, with its recorded values; the same holds
   * for amount, from and to.
   */
  readonly customers: number;
  /** Purchases less returns, one sum for each currency. */
  readonly amount: readonly MoneyTotal[];
  /** A day (`2026-10-31`) where the row has one, otherwise RFC 3339; null without a dated row. */
  readonly from: string | null;
  readonly to: string | null;
  /** Position of the first event recorded by this run, or null if it recorded none. */
  readonly firstPosition: string | null;
  readonly lastPosition: string | null;
  readonly seconds: number;
  readonly eventsPerSecond: number;
}
