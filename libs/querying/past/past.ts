import { type EventLogReader, type Position, streamOf } from '@tenure/event-log';
import { digestView, type FoldedLog } from '@tenure/projecting';
import type { Checkpoint } from '@tenure/read-store';
import type { ExportHead } from '../export-definition.js';
import type { AsOf, Moment } from '../freshness.js';
import { checkpointAt } from '../moment.js';
import { explainPast } from '../not-yet-recorded.js';
import type { QueriedLog } from '../queried-log.js';
import type { Query, Reader } from '../query.js';
import { type Answer, QueryRunner, type QuerySettings } from '../query-runner.js';
import type { ReadModel } from '../read-model.js';
import type { Row } from '../row.js';
import { type PastState, PastStates, type PastStatesParts, type StateInUse } from './past-states.js';

export interface Replay {
  readonly events: number;
  readonly seconds: number;
  readonly readModels: ReadonlyArray<{ readonly name: string; readonly documents: number; readonly digest: string }>;
}

/**
 * The read models as they were at an earlier moment: rebuilt from the log up to there, with the models of that day.
 * The query's clock is set to that moment too, so that "in progress" means what it meant then.
 */
export class Past {
  readonly #states: PastStates;

  constructor(
    private readonly parts: PastStatesParts,
    private readonly settings: QuerySettings,
  ) {
    this.#states = new PastStates(parts);
  }

  async run(query: Query, params: { readonly customerId?: string }, reader: Reader, moment: Moment, signal: AbortSignal): Promise<Answer> {
    const checkpoint = await checkpointAt(this.parts.log, moment);
    const { state, leave } = await this.#stateFor(query, params, checkpoint, signal);
    try {
      const { answer } = await this.#runner(state, checkpoint, moment).run(query, params, reader, signal);
      return { answer, asOf: pastAsOf(checkpoint) };
    } catch (error) {
      throw await explainPast(error, this.parts.log, params.customerId);
    } finally {
      await leave();
    }
  }

  async *export(readModel: ReadModel, params: object, moment: Moment, signal: AbortSignal): AsyncGenerator<ExportHead<AsOf> | Row> {
    const checkpoint = await checkpointAt(this.parts.log, moment);
    const { state, leave } = await this.#states.at(checkpoint, signal);
    try {
      const rows = this.#runner(state, checkpoint, moment).export(readModel, params, signal);
      const head = (await rows.next()).value as ExportHead<AsOf>;
      yield { ...head, asOf: pastAsOf(checkpoint) };
      yield* rows;
    } finally {
      await leave();
    }
  }

  async replay(moment: Moment, signal: AbortSignal): Promise<{ answer: Replay; asOf: AsOf }> {
    const started = performance.now();
    const checkpoint = await checkpointAt(this.parts.log, moment);
    const { state, leave } = await this.#states.at(checkpoint, signal);
    const snapshot = await state.store.snapshot();
    try {
      const readModels = [];
      for (const { projection } of this.parts.readModels) {
        const view = (await snapshot.view(projection.name))!;
        readModels.push({ name: projection.name, documents: await snapshot.count(view), digest: await digestView(snapshot, view) });
      }
      const seconds = (performance.now() - started) / 1000;
      return { answer: { events: state.events, seconds, readModels }, asOf: pastAsOf(checkpoint) };
    } finally {
      snapshot.close();
      await leave();
    }
  }

  close(): Promise<void> {
    return this.#states.close();
  }

  /** A page on one customer needs that customer's stream only. */
  #stateFor(query: Query, { customerId }: { readonly customerId?: string }, checkpoint: Checkpoint | null, signal: AbortSignal): Promise<StateInUse> {
    if (query.onlyOwnDocument && customerId !== undefined) {
      return this.#states.alone(checkpoint, onlyStream(this.parts.log, streamOf(customerId)), signal);
    }
    return this.#states.at(checkpoint, signal);
  }

  #runner({ store }: PastState, checkpoint: Checkpoint | null, moment: Moment): QueryRunner {
    const now = checkpoint?.recordedAt ?? timeBeforeAnyEvent(moment) ?? this.settings.now();
    const asAt = checkpoint?.position ?? null;
    return new QueryRunner(this.parts.readModels, store, upTo(this.parts.log, asAt), { ...this.settings, now: () => now, asAt });
  }
}

/** Where nothing had been recorded, the clock is the requested time; a position before the first event has no time. */
const timeBeforeAnyEvent = (moment: Moment): number | null => ('recordedAt' in moment ? moment.recordedAt : null);

function pastAsOf(checkpoint: Checkpoint | null): AsOf {
  return { position: checkpoint?.position ?? null, recordedAt: checkpoint?.recordedAt ?? null, lagMs: 0 };
}

/** The log as it was when it ended at a position; null: when it was empty. */
function upTo(log: EventLogReader, position: Position | null): QueriedLog {
  return {
    readStream: async (stream, options) => (position === null ? [] : log.readStream(stream, { ...options, upTo: position })),
    waitingSince: async () => null,
  };
}

/** The log as if it held one stream only. */
function onlyStream(log: EventLogReader, stream: string): FoldedLog {
  return {
    readStream: (name, options) => log.readStream(name, options),
    async *readStreams({ prefixes, upTo }) {
      if (!prefixes.some((prefix) => stream.startsWith(prefix))) return;
      const events = await log.readStream(stream, { upTo });
      if (events.length > 0) yield events;
    },
  };
}
