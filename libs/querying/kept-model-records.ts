import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import { grownRecord, holdsPromoted, type ModelRecord, modelRecord, modelStream, withoutSupersededFits } from './model-record.js';

interface Kept {
  readonly last: RecordedEvent;
  readonly record: ModelRecord;
}

/**
 * The records of models, kept from question to question: a stream holds every fit there ever was, some tens of kB each. Each question
 * reads from the last event that is known, so that it sees what any process has appended; where another event is in its place, the log
 * was restored, and the stream is read anew. Superseded fits are not held: it takes a promotion of one to read all again.
 */
export class KeptModelRecords {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly log: Pick<EventLogReader, 'readStream'>) {}

  /** The record of now, but for superseded fits. */
  async of(model: string): Promise<ModelRecord> {
    const kept = this.#kept.get(model);
    const record = kept === undefined ? null : await this.#continued(model, kept);
    return record ?? this.#whole(model);
  }

  /** Null where the stream has to be read from its beginning. */
  async #continued(model: string, { last, record }: Kept): Promise<ModelRecord | null> {
    const [same, ...since] = await this.log.readStream(modelStream(model), { from: last.revision });
    if (same === undefined || !isSame(same, last)) return null;
    if (since.length === 0) return record;
    const grown = grownRecord(record, since);
    return holdsPromoted(grown) ? this.#keep(model, since.at(-1)!, grown) : null;
  }

  async #whole(model: string): Promise<ModelRecord> {
    const events = await this.log.readStream(modelStream(model));
    const last = events.at(-1);
    if (last !== undefined) return this.#keep(model, last, modelRecord(events));
    this.#kept.delete(model);
    return modelRecord([]);
  }

  #keep(model: string, last: RecordedEvent, whole: ModelRecord): ModelRecord {
    const record = withoutSupersededFits(whole);
    this.#kept.set(model, { last, record });
    return record;
  }
}

const isSame = (one: RecordedEvent, other: RecordedEvent): boolean =>
  one.position === other.position && one.metadata.commandId === other.metadata.commandId && one.metadata.index === other.metadata.index;
