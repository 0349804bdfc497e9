import { randomUUID } from 'node:crypto';
import { type EventLog, eventId, LogUnavailable, type Position } from '@tenure/event-log';
import { isPayloadOf, type LogSecret, payloadHash } from '@tenure/log-secret';
import { type FittedModel, NotFound } from '@tenure/projecting';
import type { Moment } from '@tenure/querying';
import { checkpointAt, LoggedModels, modelStream, requireRecorded } from '@tenure/querying';
import { type FitRequest, MODEL_NAMES, type ModelFitted } from './fit-model.js';
import type { FitOutcome } from './fit-outcome.js';

/** Computes a fit, off the main thread. */
export type Fitter = (request: FitRequest) => Promise<ModelFitted>;

/** A fit takes milliseconds, and few ask for one at the same moment. */
const MOST_CONFLICTS = 5;

/** `FitModel` in, `ModelFitted` out: the fits of each model are events on its own stream. */
export class ModelService {
  constructor(
    private readonly log: EventLog,
    private readonly secret: LogSecret,
    private readonly fitter: Fitter,
    private readonly now: () => number,
  ) {}

  async list(asAt: Moment | null): Promise<Array<{ model: string; fitted: FittedModel | null }>> {
    const shelf = await this.#shelf(asAt);
    return Promise.all(MODEL_NAMES.map(async (model) => ({ model, fitted: await shelf.latest(model) })));
  }

  async latest(model: string, asAt: Moment | null): Promise<FittedModel> {
    if (!MODEL_NAMES.includes(model as (typeof MODEL_NAMES)[number])) {
      throw new NotFound('model-unknown', `There is no model "${model}". There are: ${MODEL_NAMES.join(', ')}.`);
    }
    const fitted = await (await this.#shelf(asAt)).latest(model);
    if (!fitted) throw new NotFound('model-not-fitted', `"${model}" has not been fitted yet. Run "tenure model fit ${model}", or send the command FitModel.`);
    return fitted;
  }

  /** Fits and records. A retry with the same id answers with the fit that it made the first time. */
  async fit(request: FitRequest, actor: string, commandId: string = randomUUID()): Promise<FitOutcome> {
    for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
      const outcome = await this.#fitOnce(request, actor, commandId);
      if (outcome) return outcome;
    }
    throw new LogUnavailable('io-error', 'not-appended', `Other fits of "${request.model}" kept being recorded. Send the command again with the same key.`);
  }

  /** Null when another fit was recorded meanwhile: this one begins anew, where that one ended. */
  async #fitOnce(request: FitRequest, actor: string, commandId: string): Promise<FitOutcome | null> {
    const stream = modelStream(request.model);
    const earlier = await this.log.readStream(stream);
    const keyed = await this.secret.keyed();
    const known = earlier.find(({ metadata }) => metadata.commandId === commandId);
    if (known) {
      if (!isPayloadOf(known.metadata.payloadHash, keyed, 'FitModel', request))
        return { status: 'key-reused', detail: `The key "${commandId}" was used for another fit of "${request.model}". Use a new key for a new fit.` };
      return fitted(known.data, known.recordedAt, known.position, known.revision, commandId, true);
    }
    const data = await this.fitter({ ...request, start: request.start ?? sameUnit(earlier.at(-1)?.data, request) });
    const metadata = { commandId, index: 0, of: 1, payloadHash: payloadHash(keyed, 'FitModel', request), actor };
    const result = await this.log.append({
      stream,
      expected: earlier.at(-1)?.revision ?? 'no-stream',
      events: [{ type: 'ModelFitted', version: 1, occurredAt: this.now(), data, metadata }],
    });
    if (result.outcome === 'conflict') return null;
    return fitted(data, result.recordedAt, result.position, result.revision, commandId, false);
  }

  async #shelf(asAt: Moment | null): Promise<LoggedModels> {
    if (!asAt) return new LoggedModels(this.log);
    if ('position' in asAt) await requireRecorded(this.log, 'asAt', asAt.position);
    const upTo = (await checkpointAt(this.log, asAt))?.position ?? '0';
    return new LoggedModels({ readStream: (stream, options) => this.log.readStream(stream, { ...options, upTo }) });
  }
}

function fitted(data: ModelFitted, recordedAt: number, position: Position, revision: number, commandId: string, replayed: boolean): FitOutcome {
  const events = [{ eventId: eventId(modelStream(data.model), { commandId, index: 0 }), type: 'ModelFitted', revision }];
  const model = { ...data, fittedAt: new Date(recordedAt).toISOString(), position };
  return { status: 'accepted', replayed, commandId, revision, position, events, fitted: model };
}

/** Parameters carry their unit of time: those of another unit are no start. */
function sameUnit(last: ModelFitted | undefined, { unit = 'week' }: FitRequest): Readonly<Record<string, number>> | undefined {
  return last?.converged && last.boundary === null && last.timeUnit === unit ? last.parameters : undefined;
}
