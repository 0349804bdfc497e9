import type { Difference } from '@tenure/projecting';

export interface RebuildStatus {
  readonly id: string;
  /** Null: every projection. */
  readonly projection: string | null;
  readonly check: boolean;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Events folded so far, and in total; null where the log cannot count. */
  readonly events: number | null;
  readonly totalEvents: number | null;
  readonly etaSeconds: number | null;
  readonly startedAt: number;
  readonly reason?: string;
  /** Once done; for `check` also whether live and rebuilt are the same bytes. */
  readonly result?: {
    readonly identical?: boolean;
    /** For a check: where read models differ from what their events say, the first of each. */
    readonly differences?: readonly Difference[];
    /** For a check: how many events of the log are unchanged, and how many of these have nothing that would show a change. */
    readonly verified?: { readonly events: number; readonly unchecked: number };
    readonly digest?: string;
    readonly events: number | null;
    readonly seconds: number;
    readonly eventsPerSecond: number | null;
  };
}
