import type { Position } from '@tenure/event-log';
import type { ShownBacktest } from './shown-backtest.js';
import type { ShownFit } from './shown-fit.js';

export interface KeyReused {
  readonly status: 'key-reused';
  readonly detail: string;
}

/** An event on the stream of a model, recorded now or by an earlier command with the same id. */
export interface RecordedCommand {
  readonly status: 'accepted';
  readonly replayed: boolean;
  readonly commandId: string;
  readonly revision: number;
  readonly position: Position;
  readonly events: ReadonlyArray<{ readonly eventId: string; readonly type: string; readonly revision: number }>;
}

export type FitOutcome = (RecordedCommand & { readonly fitted: ShownFit }) | KeyReused;

export type BacktestOutcome = (RecordedCommand & { readonly backtest: ShownBacktest }) | KeyReused;

export type ModelOutcome = RecordedCommand | KeyReused;
