import { Command } from '@nestjs/cqrs';
import type { BacktestOutcome, BacktestRequest, FitOutcome, FitRequest } from '@tenure/fitting';
import { type CarriedOut, carriedOutBy } from '../commands/carried-out-by.js';

/** Without an id of its own each request is another fit. */
export class SendFit extends Command<FitOutcome> {
  constructor(
    readonly request: FitRequest,
    readonly actor: string,
    readonly id: string | undefined,
    readonly signal: AbortSignal,
  ) {
    super();
  }
}

export class SendBacktest extends Command<BacktestOutcome> {
  constructor(
    readonly request: BacktestRequest,
    readonly actor: string,
    readonly id: string,
    readonly signal: AbortSignal,
  ) {
    super();
  }
}

export const modelCommands: readonly CarriedOut[] = [
  carriedOutBy('models', SendFit, (models, { request, actor, id, signal }) => models.fit(request, actor, id, signal)),
  carriedOutBy('models', SendBacktest, (models, { request, actor, id, signal }) => models.backtest(request, actor, id, signal)),
];
