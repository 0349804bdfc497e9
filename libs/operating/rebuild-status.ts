import type { Difference } from '@tenure/projecting';

export interface RebuildStatus {
  readonly id: string;
  /** Null: every projection. */
  readonly projection: string | null;
  readonly check: boolean;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Folded so far, and in all; null where the log cannot count. */
  readonly events: number | null;
  readonly totalEvents: number | null;
  readonly etaSeconds: number | null;
  readonly startedAt: number;
  readonly reason?: string;
  /** Once done: with `check` also whether live and rebuilt are the same bytes. */
  readonly result?: {
    readonly identical?: boolean;
    /** Of a check: where read models say something else than their events, the first of each. */
    readonly differences?: readonly Difference[];
    /** Of a check: events of the log that are what was recorded, and how many of these have nothing to tell by. */
    readonly verified?: { readonly events: number; readonly unchecked: number };
    readonly digest?: string;
    readonly events: number | null;
    readonly seconds: number;
    readonly eventsPerSecond: number | null;
  };
}
