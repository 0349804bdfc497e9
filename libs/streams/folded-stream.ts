import type { EventLogReader, RecordedEvent } from '@tenure/event-log';

/** How the events of a stream become a state. `evolve` may change the state it is given. */
export interface Fold<State> {
  initial(): State;
  evolve(state: State, event: RecordedEvent): State;
}

const PAGE = 1_000;

/** What a stream says, as far as it was read; it reads on from where it is. Its events are kept for retries, so it is for streams that stay small. */
export class FoldedStream<State> {
  readonly #events = new Map<string, RecordedEvent[]>();
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

  /** Of the last event that was read; -1 before the first. */
  get revision(): number {
    return this.#revision;
  }

  /** What a command recorded; empty when it recorded nothing that was read. */
  recordedBy(commandId: string): readonly RecordedEvent[] {
    return this.#events.get(commandId) ?? [];
  }

  /** Takes in what was recorded since. @throws what the log throws; what was read until then stays. */
  async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.log.readStream(this.name, { from: this.#revision + 1, limit: PAGE });
      for (const event of page) this.#take(event);
      if (page.length < PAGE) return;
    }
  }

  /** Two that catch up at once read the same events. */
  #take(event: RecordedEvent): void {
    if (event.revision !== this.#revision + 1) return;
    this.#state = this.fold.evolve(this.#state, event);
    this.#revision = event.revision;
    const { commandId } = event.metadata;
    const before = this.#events.get(commandId);
    if (before) before.push(event);
    else this.#events.set(commandId, [event]);
  }
}
