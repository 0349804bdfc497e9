import type { Money } from '@tenure/client';

/** What the engine says while it imports; the last line is the result, or what has failed. */
export type ImportLine =
  | {
      readonly type: 'source';
      readonly format: string;
      readonly errorsHeader: string | null;
      readonly notes: readonly string[];
      readonly unusedColumns: readonly string[];
    }
  | { readonly type: 'progress'; readonly bytes: number; readonly rows: number; readonly rejected: number }
  | { readonly type: 'rejected'; readonly line: number; readonly reason: string; readonly errorsLine: string }
  | ({ readonly type: 'result' } & ImportResult)
  | { readonly type: 'failed'; readonly problem: { readonly detail: string } };

export interface ImportResult {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly customers: number;
  readonly amount: readonly Money[];
  readonly from: string | null;
  readonly to: string | null;
  readonly timeZone: string;
  /** What was found out about columns of numbers and dates. */
  readonly understood: Readonly<Record<string, string>>;
  readonly firstPosition: string | null;
  readonly lastPosition: string | null;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  readonly encoding: string;
  readonly notes: readonly string[];
  readonly unusedColumns: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly rows: number; readonly example: string }[];
  readonly dryRun?: { readonly checked: string; readonly means: string };
}
