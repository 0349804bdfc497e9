import { Command } from '@nestjs/cqrs';
import type { BacktestOutcome, BacktestRequest, FitOutcome, FitRequest, ModelCommandOptions } from '@tenure/fitting';
import { type CarriedOut, carriedOutBy } from '../commands/carried-out-by.js';

/** Without an idempotency key each request is another fit. */
export class SendFit extends Command<FitOutcome> {
  constructor(
    readonly request: FitRequest,
    readonly actor: string,
    readonly options: ModelCommandOptions,
  ) {
    super();
  }
}

export class SendBacktest extends Command<BacktestOutcome> {
  constructor(
    readonly request: BacktestRequest,
    readonly actor: string,
    readonly options: ModelCommandOptions,
  ) {
    super();
  }
}

export const modelCommands: readonly CarriedOut[] = [
  carriedOutBy('models', SendFit, (models, { request, actor, options }) => models.fit(request, actor, options)),
  carriedOutBy('models', SendBacktest, (models, { request, actor, options }) => models.backtest(request, actor, options)),
];
