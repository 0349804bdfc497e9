import { type CustomerState, changedBy, customer } from '@tenure/customer';
import type { NewEvent, Position, RecordedEvent } from '@tenure/event-log';
import type { KnownCommand } from './known-command.js';
import type { Plan } from './plan.js';

/** Where the events of a plan were recorded: the position of each, and the time. */
export interface Placing {
  readonly positions: readonly Position[];
  readonly recordedAt: number;
}

/** Interns the lists of event types: commands produce few different lists, and there are millions of commands. */
const knownTypes = new Map<string, readonly string[]>();

export function interned(types: readonly string[]): readonly string[] {
  const key = types.join();
  const known = knownTypes.get(key);
  if (known) return known;
  knownTypes.set(key, types);
  return types;
}

/** All that is needed to decide the next command of a customer, folded from its stream: never ahead of the log. */
export class CustomerRecord {
  /** Revision of the last event; -1 when the customer is unknown. */
  revision = -1;
  state: CustomerState = customer.initial();
  readonly commands = new Map<string, KnownCommand>();
  /** Fact -> revisions of the events that correct or void it, in order. */
  readonly changes = new Map<string, number[]>();
  /**
   * The last event of the stream, when the stream ends inside a command. The record then ends before that command: an append that
   * repeats it as first decided completes it, and any other append conflicts.
   */
  torn: RecordedEvent | null = null;
  /** Why personal data is missing from `state`, if any is: decisions that need it are refused, and the record is not kept. */
  unopened: Error | null = null;

  /** Its size in memory, in events of half a kilobyte. */
  get weight(): number {
    return this.revision + 2;
  }

  /** Folds in the next event that the log holds. */
  takeIn(event: RecordedEvent): void {
    this.state = customer.evolve(this.state, event);
    this.noteUnopened(event);
    this.noteCommand(event);
    this.noteChange(event, event.revision);
    this.revision = event.revision;
  }

  /** Folds in the events of a plan once they are recorded; `placing` is null in a preview. */
  moveOver({ draft, planned }: Plan, placing: Placing | null): void {
    const firstRevision = this.revision + 1;
    this.state = draft.takeEffect();
    this.revision += draft.events.length;
    for (const [at, event] of draft.events.entries()) this.noteChange(event, firstRevision + at);
    for (const { id, payloadHash, types, firstEvent } of planned) {
      const position = placing?.positions[firstEvent + types.length - 1] ?? '';
      this.commands.set(id, { payloadHash, types, firstRevision: firstRevision + firstEvent, position });
    }
  }

  protected noteUnopened({ unopened }: RecordedEvent): void {
    this.unopened ??= unopened ?? null;
  }

  protected noteCommand({ type, revision, position, metadata: { commandId, payloadHash } }: RecordedEvent): void {
    const known = this.commands.get(commandId);
    this.commands.set(commandId, {
      payloadHash,
      firstRevision: known?.firstRevision ?? revision,
      types: interned(known ? [...known.types, type] : [type]),
      position,
    });
  }

  protected noteChange(event: NewEvent, revision: number): void {
    const fact = changedBy(event);
    if (fact === null) return;
    const known = this.changes.get(fact);
    if (known) known.push(revision);
    else this.changes.set(fact, [revision]);
  }
}
