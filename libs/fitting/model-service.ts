import { randomUUID } from 'node:crypto';
import type { EventLog } from '@tenure/event-log';
import {
  BadQuery,
  checkpointAt,
  currenciesOf,
  type FittedModel,
  fitInForce,
  foldModel,
  LoggedModels,
  latestFit,
  type ModelRecord,
  type Moment,
  modelStream,
  NotFound,
  ordinaryFit,
  requireRecorded,
  wholeRecords,
} from '@tenure/querying';
import { type DecidedEvent, FoldedStream, isRejection, type StreamCommands, type StreamRecorded } from '@tenure/streams';
import type { BacktestRequest, ModelBacktested } from './backtest-model.js';
import { fitAt } from './fit-at.js';
import type { FitRequest, ModelFitted } from './fit-model.js';
import type { BacktestOutcome, FitOutcome, RecordedCommand } from './fit-outcome.js';
import { MODEL_NAMES, modelNamed } from './model-names.js';
import { requireCurrency } from './require-currency.js';
import { type ShownBacktest, shownBacktest } from './shown-backtest.js';
import { type ShownFit, shownFit, whyUnusable } from './shown-fit.js';

/** Options of a fit or a back-test. */
export interface ModelCommandOptions {
  /** The idempotency key; a fresh one if left out. */
  readonly commandId?: string;
  /** The revision that the model's stream must have. */
  readonly expectedRevision?: number;
  /** Aborts when the requester no longer waits. */
  readonly signal?: AbortSignal;
}

/** Computations that take a pass over all customers, off the main thread. */
export interface ModelComputing {
  /** `signal` aborts when the requester no longer waits; a fit that the engine makes by itself has none. @throws the signal's reason */
  fit(request: FitRequest, signal?: AbortSignal): Promise<ModelFitted>;
  backtest(request: BacktestRequest, signal?: AbortSignal): Promise<ModelBacktested>;
}

export interface ListedModel {
  readonly model: string;
  /** For a spend model, which is fitted in each currency by itself. */
  readonly currency: string | null;
  /** The latest fit. */
  readonly fitted: ShownFit | null;
}

/** Which fit of a model: the one in force, the latest, or the one at a position of the log. */
export interface WantedFit {
  readonly fit?: 'in-force' | 'latest' | (string & {});
  readonly currency?: string;
}

/**
 * Fits and back-tests: commands on the stream of a model that take a pass over all customers. Those decided by the stream alone
 * are declared in `model-kind.ts`.
 */
export class ModelService {
  constructor(
    private readonly log: EventLog,
    private readonly commands: StreamCommands,
    private readonly computing: ModelComputing,
  ) {}

  async list(asAt: Moment | null): Promise<ListedModel[]> {
    const shelf = await this.#shelf(asAt);
    const listed: ListedModel[] = [];
    for (const model of MODEL_NAMES) {
      const record = await shelf.record(model);
      const currencies = currenciesOf(record);
      for (const currency of currencies.length === 0 ? [null] : currencies.sort()) {
        const fitted = latestFit(record, currency);
        listed.push({ model, currency, fitted: fitted && shownFit(record, fitted) });
      }
    }
    return listed;
  }

  /** Throws `NotFound` for an unknown model or fit. */
  async one(model: string, { fit = 'latest', currency }: WantedFit, asAt: Moment | null): Promise<ShownFit> {
    const name = modelNamed(model);
    requireCurrency(name, currency);
    const record = await (await this.#shelf(asAt)).record(name);
    if (fit !== 'in-force' && fit !== 'latest') {
      const there = fitAt(name, record, fit);
      if (isRejection(there)) throw new BadQuery('fit', there.code, there.detail);
      return shownFit(record, there.fitted);
    }
    const wanted = currency ?? currenciesOf(record).at(-1) ?? null;
    const found = fit === 'latest' ? latestFit(record, wanted) : fitInForce(record, wanted);
    const which = wanted === null ? `"${name}"` : `"${name}" in ${wanted}`;
    const unusable = found && fit === 'in-force' ? whyUnusable(found) : null;
    if (found && unusable !== null) throw new NotFound('model-not-fitted', `No fit of ${which} is in force. The one at ${found.position}: ${unusable}`);
    if (found) return shownFit(record, found);
    throw new NotFound(
      'model-not-fitted',
      latestFit(record, wanted) === null
        ? `${which} has not been fitted yet. Run "tenure model fit ${name}", or send the command FitModel.`
        : `No fit of ${which} is in force: all were tried on an earlier day, another unit or some customers. Fit it on everything, or promote a fit.`,
    );
  }

  /** The latest fit on all data: an automatic fit is compared with it. */
  async lastOrdinary(model: string, currency: string | null): Promise<FittedModel | null> {
    return ordinaryFit(await (await this.#shelf(null)).record(model), currency);
  }

  /**
   * Fits and records. A retry with the same id is answered with the fit of the first time.
   * @throws the reason of `signal` if it aborts before anything is recorded
   */
  async fit(request: FitRequest, actor: string, { signal, ...options }: ModelCommandOptions = {}): Promise<FitOutcome> {
    const model = modelNamed(request.model);
    requireCurrency(model, request.currency);
    let data: ModelFitted | undefined;
    const recorded = await this.#recordOnce({ name: 'FitModel', model, body: request, actor, ...options }, async () => {
      data ??= await this.computing.fit(request, signal);
      return { type: 'ModelFitted', data };
    });
    if (recorded.status !== 'recorded') return recorded;
    const outcome = accepted(recorded);
    const fitted = { ...(recorded.data[0] as ModelFitted), fittedAt: new Date(recorded.recordedAt).toISOString(), position: outcome.position };
    return { ...outcome, fitted: shownFit(await (await this.#shelf(null)).record(model), fitted) };
  }

  /** Fits on past data, scores, compares with what happened, and records the comparison. It changes no score. */
  async backtest(request: BacktestRequest, actor: string, { signal, ...options }: ModelCommandOptions = {}): Promise<BacktestOutcome> {
    const model = modelNamed(request.model);
    let data: ModelBacktested | undefined;
    const recorded = await this.#recordOnce({ name: 'BacktestModel', model, body: request, actor, ...options }, async () => {
      data ??= await this.computing.backtest(request, signal);
      return { type: 'ModelBacktested', data };
    });
    if (recorded.status !== 'recorded') return recorded;
    const { recordedAt, position } = recorded;
    return { ...accepted(recorded), backtest: shownBacktest({ data: recorded.data[0] as ModelBacktested, recordedAt, position }) };
  }

  /** Every back-test of a model, the latest first. */
  async backtests(model: string): Promise<ShownBacktest[]> {
    const events = await this.log.readStream(modelStream(modelNamed(model)));
    return events
      .filter(({ type }) => type === 'ModelBacktested')
      .map(shownBacktest)
      .reverse();
  }

  /**
   * One event for each command. `decide` is called again after a conflict; a pass over all customers is computed on the first call only.
   * @throws as `StreamCommands.execute`
   */
  async #recordOnce({ model, commandId = randomUUID(), ...command }: ModelCommand, decide: (record: ModelRecord) => Promise<DecidedEvent> | DecidedEvent) {
    const stream = new FoldedStream(modelStream(model), foldModel, this.log);
    const outcome = await this.commands.execute(stream, { ...command, id: commandId }, async (record) => [await decide(record)]);
    if (outcome.status === 'rejected' || outcome.status === 'nothing-to-do') throw new TypeError(`One event, always, was answered with ${outcome.status}.`);
    return outcome;
  }

  async #shelf(asAt: Moment | null): Promise<LoggedModels> {
    if (!asAt) return new LoggedModels(wholeRecords(this.log));
    if ('position' in asAt) await requireRecorded(this.log, 'asAt', asAt.position);
    const upTo = (await checkpointAt(this.log, asAt))?.position;
    if (upTo === undefined) return new LoggedModels(wholeRecords({ readStream: async () => [] }));
    return new LoggedModels(wholeRecords({ readStream: (stream, options) => this.log.readStream(stream, { ...options, upTo }) }));
  }
}

interface ModelCommand extends Omit<ModelCommandOptions, 'signal'> {
  readonly name: 'FitModel' | 'BacktestModel';
  readonly model: string;
  readonly body: object;
  readonly actor: string;
}

function accepted({ replayed, commandId, revision, position, events }: StreamRecorded): RecordedCommand {
  return { status: 'accepted', replayed, commandId, revision, position, events };
}
