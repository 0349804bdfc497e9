import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import type { Decider } from './decider.js';

/** How the events of a stream become a state: the part of a decider that remains where a decision takes more than the stream, such as a fit. */
export type Fold<State> = Pick<Decider<State, never, RecordedEvent, never, never>, 'initial' | 'evolve'>;

const PAGE = 1_000;

/** The state of a stream, as far as it was read; it continues reading from there. It keeps where the events of each command begin. */
export class FoldedStream<State> {
  readonly #begins = new Map<string, number>();
  #state: State;
  #revision = -1;

  constructor(
    readonly name: string,
    private readonly fold: Fold<State>,
    private readonly log: Pick<EventLogReader, 'readStream'>,
  ) {
    this.#state = fold.initial();
  }

  get state(): State {
    return this.#state;
  }

  /** Revision of the last event read; -1 before the first. */
  get revision(): number {
    return this.#revision;
  }

  /** The events that a command recorded, read again; empty when it recorded nothing up to here. @throws what the log throws */
  async recordedBy(commandId: string): Promise<RecordedEvent[]> {
    const from = this.#begins.get(commandId);
    if (from === undefined) return [];
    const first = await this.log.readStream(this.name, { from, limit: 1 });
    const of = first[0]?.metadata.of ?? 1;
    return of === 1 ? first : this.log.readStream(this.name, { from, limit: of });
  }

  /** Folds in what was recorded since. @throws what the log throws; events read until then stay folded */
  async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.log.readStream(this.name, { from: this.#revision + 1, limit: PAGE });
      for (const event of page) this.#take(event);
      if (page.length < PAGE) return;
    }
  }

  /** Two concurrent catch-ups read the same events. */
  #take(event: RecordedEvent): void {
    if (event.revision !== this.#revision + 1) return;
    this.#state = this.fold.evolve(this.#state, event);
    this.#revision = event.revision;
    if (event.metadata.index === 0) this.#begins.set(event.metadata.commandId, event.revision);
  }
}
