import type { StreamOutcome, StreamRecorded } from '@tenure/streams';
import type { ShownBacktest } from './shown-backtest.js';
import type { ShownFit } from './shown-fit.js';

/** The outcomes in which nothing was recorded. */
export type NotRecorded = Extract<StreamOutcome, { status: 'key-reused' | 'revision-mismatch' }>;

/** An event on the stream of a model, recorded now or by an earlier command with the same id. */
export interface RecordedCommand extends Pick<StreamRecorded, 'replayed' | 'commandId' | 'revision' | 'position' | 'events'> {
  readonly status: 'accepted';
}

export type FitOutcome = (RecordedCommand & { readonly fitted: ShownFit }) | NotRecorded;

export type BacktestOutcome = (RecordedCommand & { readonly backtest: ShownBacktest }) | NotRecorded;
