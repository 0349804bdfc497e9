import { randomUUID } from 'node:crypto';
import type { EventLog, RecordedEvent } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import {
  BadQuery,
  checkpointAt,
  currenciesOf,
  type FittedModel,
  fitInForce,
  LoggedModels,
  latestFit,
  type ModelPromoted,
  type ModelRecord,
  type ModelRetired,
  type Moment,
  modelRecord,
  modelStream,
  NotFound,
  ordinaryFit,
  requireRecorded,
} from '@tenure/querying';
import type { BacktestRequest, ModelBacktested } from './backtest-model.js';
import type { FitRequest, ModelFitted } from './fit-model.js';
import type { BacktestOutcome, FitOutcome, ModelOutcome } from './fit-outcome.js';
import { MODEL_NAMES, modelNamed } from './model-names.js';
import { type Recorded, recordOnce } from './model-stream.js';
import { requireCurrency } from './require-currency.js';
import { type ShownBacktest, shownBacktest } from './shown-backtest.js';
import { type ShownFit, shownFit, whyUnusable } from './shown-fit.js';

/** What takes a pass over all customers, off the main thread. */
export interface ModelComputing {
  /** `signal`: of whoever waits for it; none of a fit that the engine makes by itself. @throws the signal's reason */
  fit(request: FitRequest, signal?: AbortSignal): Promise<ModelFitted>;
  backtest(request: BacktestRequest, signal?: AbortSignal): Promise<ModelBacktested>;
}

export interface ListedModel {
  readonly model: string;
  /** Of a spend model, which is fitted in each currency by itself. */
  readonly currency: string | null;
  /** The latest fit. */
  readonly fitted: ShownFit | null;
}

/** Which fit of a model: the one that scores, the latest, or the one at a position of the log. */
export interface WantedFit {
  readonly fit?: 'in-force' | 'latest' | (string & {});
  readonly currency?: string;
}

/** `FitModel`, `PromoteModel`, `RetireModel` in; each model has a stream with its fits and what became of them. */
export class ModelService {
  constructor(
    private readonly log: EventLog,
    private readonly secret: LogSecret,
    private readonly computing: ModelComputing,
    private readonly now: () => number,
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

  /** Throws `NotFound` for an unknown model or a fit that is not there. */
  async one(model: string, { fit = 'latest', currency }: WantedFit, asAt: Moment | null): Promise<ShownFit> {
    const name = modelNamed(model);
    requireCurrency(name, currency);
    const record = await (await this.#shelf(asAt)).record(name);
    if (fit !== 'in-force' && fit !== 'latest') return shownFit(record, fitAt(name, record, fit).fitted);
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

  /** The latest fit on everything there was: what a fit made by itself is compared with. */
  async lastOrdinary(model: string, currency: string | null): Promise<FittedModel | null> {
    return ordinaryFit(await (await this.#shelf(null)).record(model), currency);
  }

  /**
   * Fits and records. A retry with the same id answers with the fit that it made the first time.
   * @throws the reason of `signal` once it aborts while nothing is recorded yet
   */
  async fit(request: FitRequest, actor: string, commandId: string = randomUUID(), signal?: AbortSignal): Promise<FitOutcome> {
    const model = modelNamed(request.model);
    requireCurrency(model, request.currency);
    const recorded = await recordOnce(this.#stream, { name: 'FitModel', model, body: request, actor, commandId }, async (events) => ({
      type: 'ModelFitted',
      data: await this.computing.fit({ ...request, start: request.start ?? startOf(events, request) }, signal),
    }));
    if (recorded.status === 'key-reused') return recorded;
    const { data, recordedAt, ...outcome } = recorded;
    const fitted = { ...(data as ModelFitted), fittedAt: new Date(recordedAt).toISOString(), position: outcome.position };
    return { ...outcome, fitted: shownFit(await (await this.#shelf(null)).record(model), fitted) };
  }

  /** From then on figures are scored with the fit at this position, until another is promoted or it is retired. */
  async promote(model: string, position: string, reason: string | null, actor: string, commandId: string = randomUUID()): Promise<ModelOutcome> {
    const name = modelNamed(model);
    const body = { model: name, fit: position, reason };
    return outcomeOf(
      await recordOnce(this.#stream, { name: 'PromoteModel', model: name, body, actor, commandId }, (events) => {
        const { revision, fitted } = fitAt(name, modelRecord(events), position);
        if (!fitted.converged) throw new BadQuery('fit', 'not-converged', `The fit at ${position} did not converge: nothing can be scored with it.`);
        const data: ModelPromoted = { fit: revision, currency: fitted.currency, reason };
        return { type: 'ModelPromoted', data };
      }),
    );
  }

  /** From then on the latest fit on everything there was is in force again. */
  async retire(model: string, currency: string | null, reason: string | null, actor: string, commandId: string = randomUUID()): Promise<ModelOutcome> {
    const name = modelNamed(model);
    const body = { model: name, currency, reason };
    return outcomeOf(
      await recordOnce(this.#stream, { name: 'RetireModel', model: name, body, actor, commandId }, (events) => {
        const { promoted } = modelRecord(events);
        if (promoted.has(currency)) return { type: 'ModelRetired', data: { currency, reason } satisfies ModelRetired };
        const others = [...promoted.keys()].filter((each) => each !== null);
        const where = currency === null ? '' : ` in ${currency}`;
        const hint = others.length === 0 ? 'There is nothing to retire.' : `One is promoted in ${others.join(', ')}: give the currency.`;
        throw new BadQuery('currency', 'not-promoted', `No fit of "${name}" is promoted${where}. ${hint}`);
      }),
    );
  }

  /** Fits on the past, scores, compares with what happened, and records how well that went. It changes no score. */
  async backtest(request: BacktestRequest, actor: string, commandId: string = randomUUID(), signal?: AbortSignal): Promise<BacktestOutcome> {
    const model = modelNamed(request.model);
    const recorded = await recordOnce(this.#stream, { name: 'BacktestModel', model, body: request, actor, commandId }, async () => ({
      type: 'ModelBacktested',
      data: await this.computing.backtest(request, signal),
    }));
    if (recorded.status === 'key-reused') return recorded;
    const { data, recordedAt, ...outcome } = recorded;
    return { ...outcome, backtest: shownBacktest({ data, recordedAt, position: outcome.position }) };
  }

  /** Every back-test of a model, the latest first. */
  async backtests(model: string): Promise<ShownBacktest[]> {
    const events = await this.log.readStream(modelStream(modelNamed(model)));
    return events
      .filter(({ type }) => type === 'ModelBacktested')
      .map(shownBacktest)
      .reverse();
  }

  get #stream() {
    return { log: this.log, secret: this.secret, now: this.now };
  }

  async #shelf(asAt: Moment | null): Promise<LoggedModels> {
    if (!asAt) return new LoggedModels(this.log);
    if ('position' in asAt) await requireRecorded(this.log, 'asAt', asAt.position);
    const upTo = (await checkpointAt(this.log, asAt))?.position;
    if (upTo === undefined) return new LoggedModels({ readStream: async () => [] });
    return new LoggedModels({ readStream: (stream, options) => this.log.readStream(stream, { ...options, upTo }) });
  }
}

function outcomeOf(recorded: Recorded | Extract<ModelOutcome, { status: 'key-reused' }>): ModelOutcome {
  if (recorded.status === 'key-reused') return recorded;
  const { data: _data, recordedAt: _recordedAt, ...outcome } = recorded;
  return outcome;
}

function fitAt(model: string, { fits }: ModelRecord, position: string): { revision: number; fitted: FittedModel } {
  const found = fits.find(({ fitted }) => fitted.position === position);
  if (found) return found;
  const last = fits.at(-1)?.fitted.position;
  const hint = last === undefined ? 'It has no fit yet.' : `The latest is at ${last}; "tenure events --types ModelFitted" lists them.`;
  throw new BadQuery('fit', 'fit-unknown', `There is no fit of "${model}" at ${position}. ${hint}`);
}

/** Parameters carry their unit of time: those of another unit are no start. */
function startOf(events: readonly RecordedEvent[], { unit = 'week' }: FitRequest): Readonly<Record<string, number>> | undefined {
  const last = latestFit(modelRecord(events), null);
  return last?.converged && last.boundary === null && last.timeUnit === unit ? last.parameters : undefined;
}
