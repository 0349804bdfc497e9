import type { EventLogReader } from '@tenure/event-log';
import type { FittedModel, ModelShelf } from './fitted-model.js';
import { currenciesOf, fitInForce, type ModelRecord, modelRecord, modelStream } from './model-record.js';

/** Reads the whole record of a model, with every fit. */
export const wholeRecords =
  (log: Pick<EventLogReader, 'readStream'>) =>
  (model: string): Promise<ModelRecord> =>
    log.readStream(modelStream(model)).then(modelRecord);

/**
 * The models as recorded in the log; a replay passes the log of that day, and so scores with the fits in force then.
 * Each record is read once: all answers of one shelf come from one moment.
 */
export class LoggedModels implements ModelShelf {
  readonly #records = new Map<string, Promise<ModelRecord>>();

  constructor(private readonly read: (model: string) => Promise<ModelRecord>) {}

  async inForce(model: string, currency: string | null = null): Promise<FittedModel | null> {
    return fitInForce(await this.record(model), currency);
  }

  async promotedAt(model: string, currency: string | null = null): Promise<number | null> {
    return (await this.record(model)).promoted.get(currency)?.promotedAt ?? null;
  }

  async currencies(model: string): Promise<string[]> {
    const record = await this.record(model);
    return currenciesOf(record).filter((currency): currency is string => currency !== null && fitInForce(record, currency) !== null);
  }

  record(model: string): Promise<ModelRecord> {
    let record = this.#records.get(model);
    if (record === undefined) {
      record = this.read(model);
      this.#records.set(model, record);
    }
    return record;
  }
}
