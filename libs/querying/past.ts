import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventLogReader, type Position, streamOf } from '@tenure/event-log';
import { buildTo, digestView, type ExportHead, type FoldedLog, type Query, type Reader, type ReadModel, type Row } from '@tenure/projecting';
import { type Checkpoint, SqliteReadStore } from '@tenure/read-store';
import type { AsOf, Moment } from './freshness.js';
import { checkpointAt } from './moment.js';
import type { QueriedLog } from './queried-log.js';
import { type Answer, QueryRunner, type QuerySettings } from './query-runner.js';

interface PastState {
  readonly position: string;
  readonly folder: string;
  readonly store: SqliteReadStore;
  readonly events: number;
}

export interface Replay {
  readonly events: number;
  readonly seconds: number;
  readonly readModels: ReadonlyArray<{ readonly name: string; readonly documents: number; readonly digest: string }>;
}

/** Rebuilding the past costs a pass over the log: the last few moments asked for are kept. */
const KEPT = 2;

/**
 * The read models as they were at an earlier moment: rebuilt from the log up to there, with the models of that day.
 * The clock of a query is that moment too, so that "in progress" means what it meant then.
 */
export class Past {
  readonly #kept: PastState[] = [];

  constructor(
    private readonly readModels: readonly ReadModel[],
    private readonly log: EventLogReader,
    private readonly settings: QuerySettings,
    /** A folder for the read models that are built. */
    private readonly scratch: string,
  ) {}

  async run(query: Query, params: { readonly customerId?: string }, reader: Reader, moment: Moment): Promise<Answer> {
    const checkpoint = await checkpointAt(this.log, moment);
    const { state, dispose } = await this.#stateFor(query, params, checkpoint);
    try {
      const { answer } = await this.#runner(state, checkpoint, moment).run(query, params, reader);
      return { answer, asOf: pastAsOf(checkpoint) };
    } finally {
      await dispose();
    }
  }

  async *export(readModel: ReadModel, params: object, moment: Moment): AsyncGenerator<ExportHead<AsOf> | Row> {
    const checkpoint = await checkpointAt(this.log, moment);
    const rows = this.#runner(await this.#state(checkpoint), checkpoint, moment).export(readModel, params);
    const head = (await rows.next()).value as ExportHead<AsOf>;
    yield { ...head, asOf: pastAsOf(checkpoint) };
    yield* rows;
  }

  async replay(moment: Moment): Promise<{ answer: Replay; asOf: AsOf }> {
    const started = performance.now();
    const checkpoint = await checkpointAt(this.log, moment);
    const state = await this.#state(checkpoint);
    const snapshot = await state.store.snapshot();
    try {
      const readModels = [];
      for (const { projection } of this.readModels) {
        const view = (await snapshot.view(projection.name))!;
        readModels.push({ name: projection.name, documents: await snapshot.count(view), digest: await digestView(snapshot, view) });
      }
      const seconds = (performance.now() - started) / 1000;
      return { answer: { events: state.events, seconds, readModels }, asOf: pastAsOf(checkpoint) };
    } finally {
      snapshot.close();
    }
  }

  async close(): Promise<void> {
    for (const state of this.#kept.splice(0)) await dispose(state);
  }

  /** A page on one customer needs that customer's stream only. */
  async #stateFor(query: Query, { customerId }: { readonly customerId?: string }, checkpoint: Checkpoint | null) {
    if (query.onlyOwnDocument && customerId !== undefined) {
      const state = await this.#build(checkpoint, onlyStream(this.log, streamOf(customerId)));
      return { state, dispose: () => dispose(state) };
    }
    return { state: await this.#state(checkpoint), dispose: async () => {} };
  }

  async #state(checkpoint: Checkpoint | null): Promise<PastState> {
    const position = checkpoint?.position ?? '';
    const kept = this.#kept.find((state) => state.position === position);
    if (kept) return kept;
    const state = await this.#build(checkpoint, this.log);
    this.#kept.unshift(state);
    for (const old of this.#kept.splice(KEPT)) await dispose(old);
    return state;
  }

  async #build(checkpoint: Checkpoint | null, log: FoldedLog): Promise<PastState> {
    const folder = mkdtempSync(join(this.scratch, 'past-'));
    const store = SqliteReadStore.openForWriting(join(folder, 'read-models.db'));
    const events = await buildTo(
      this.readModels.map(({ projection }) => projection),
      checkpoint,
      log,
      store,
    );
    return { position: checkpoint?.position ?? '', folder, store, events };
  }

  #runner({ store }: PastState, checkpoint: Checkpoint | null, moment: Moment): QueryRunner {
    const now = checkpoint?.recordedAt ?? timeBeforeAnyEvent(moment) ?? this.settings.now();
    return new QueryRunner(this.readModels, store, upTo(this.log, checkpoint?.position ?? null), { ...this.settings, now: () => now });
  }
}

async function dispose({ store, folder }: PastState): Promise<void> {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Where nothing had been recorded, the clock is the time asked for; a position before the first event tells none. */
const timeBeforeAnyEvent = (moment: Moment): number | null => ('recordedAt' in moment ? moment.recordedAt : null);

function pastAsOf(checkpoint: Checkpoint | null): AsOf {
  return { position: checkpoint?.position ?? null, recordedAt: checkpoint?.recordedAt ?? null, lagMs: 0 };
}

/** The log as it was when it ended at a position; null: when nothing had been recorded. */
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
    async *readStreams({ upTo }) {
      const events = await log.readStream(stream, { upTo });
      if (events.length > 0) yield events;
    },
  };
}
