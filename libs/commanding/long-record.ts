import { type CustomerState, copyState, customer, subjectsOf, subjectsOfCommand } from '@tenure/customer';
import { eventId, type LogHead, type NewEvent, placeOf, type RecordedEvent } from '@tenure/event-log';
import type { Command } from './command.js';
import type { CommandRow } from './command-row.js';
import { CustomerRecord, type Placing } from './customer-record.js';
import { NameIndex, printOf } from './name-index.js';
import type { Plan } from './plan.js';
import { readRevisions, type StreamReading } from './read-revisions.js';

/** The index is outside of the heap, and garbage collection never walks it. */
const INDEX_BYTES_A_WEIGHT = 2_000;

/**
 * The record of a customer with a long history. It holds the state of the customer as a whole, and an index of the revisions
 * that name a command or a thing. `state`, `commands` and `changes` cover only the few names that were asked for (`bring`);
 * for these they equal the record of the whole stream (`customer/subjects.ts`; a property of `long-record.spec.ts`).
 */
export class LongRecord extends CustomerRecord {
  readonly index = new NameIndex();
  /** The fold of the events without subjects. */
  whole: CustomerState = customer.initial();
  /** Where its last event lies in the log; null before the first. */
  last: (() => LogHead) | null = null;
  /** The last revision that snapshots cover, and the last at which one was tried. */
  readonly kept = { to: -1, triedAt: -1 };
  /** Names whose events are in `state`, and their prints. */
  readonly #atHand = new Map<string, number>();
  /** Whether an event about a name that is not at hand was recorded: a part of that name is then in `state`, and would count twice once it is read. */
  #hasParts = false;

  constructor(private readonly stream: string) {
    super();
  }

  override get weight(): number {
    return 2 + this.#atHand.size + Math.ceil(this.index.bytes / INDEX_BYTES_A_WEIGHT);
  }

  override takeIn(event: RecordedEvent): void {
    this.#letGo();
    for (const name of namesOf(event)) this.index.add(printOf(name), event.revision);
    this.#foldWhole(event);
    this.noteUnopened(event);
    this.revision = event.revision;
    this.last = () => placeOf(event);
  }

  override moveOver(plan: Plan, placing: Placing | null): void {
    let revision = this.revision;
    super.moveOver(plan, placing);
    const last = plan.events.at(-1);
    // An event of a preview is at hand and nowhere else.
    if (!last || !placing) return;
    for (const event of plan.events) {
      revision += 1;
      for (const name of namesOf(event)) {
        this.#hasParts ||= !this.#atHand.has(name);
        this.index.add(this.#atHand.get(name) ?? printOf(name), revision);
      }
      if (subjectsOf(event).length === 0) customer.evolve(this.whole, event);
    }
    const { positions, recordedAt } = placing;
    this.last = () => ({ eventId: eventId(this.stream, last.metadata), position: positions.at(-1)!, recordedAt });
  }

  /**
   * Reads from the log what the commands of rows name, so that they can be decided.
   * @param mostAtHand above this number of names it starts again with no names at hand; a preview must keep all names about which it made up facts
   * @throws the error that kept the log from being read: nothing is at hand then
   */
  async bring(rows: readonly CommandRow[], reading: StreamReading, mostAtHand: number): Promise<void> {
    if (this.#atHand.size > mostAtHand || this.#hasParts) this.#letGo();
    try {
      await this.#bring(commandsOf(rows).flatMap(askedBy), reading);
    } catch (error) {
      this.#letGo();
      throw error;
    }
  }

  async #bring(names: readonly string[], reading: StreamReading): Promise<void> {
    const found = new Map<number, RecordedEvent>();
    let asked = this.#notAtHand(names);
    while (asked.length > 0) {
      const wanted = new Set(asked);
      const revisions = new Set(asked.flatMap((name) => this.index.find(this.#atHand.get(name)!)));
      const named: string[] = [];
      for (const event of await readRevisions(
        reading,
        [...revisions].filter((revision) => !found.has(revision)),
      )) {
        const own = namesOf(event);
        if (!own.some((name) => wanted.has(name))) continue;
        found.set(event.revision, event);
        named.push(...own);
      }
      asked = this.#notAtHand(named);
    }
    for (const event of [...found.values()].sort((one, other) => one.revision - other.revision)) this.#fold(event);
  }

  #fold(event: RecordedEvent): void {
    if (subjectsOf(event).length > 0) customer.evolve(this.state, event);
    this.noteUnopened(event);
    this.noteCommand(event);
    this.noteChange(event, event.revision);
  }

  #foldWhole(event: NewEvent | RecordedEvent): void {
    if (subjectsOf(event).length > 0) return;
    customer.evolve(this.whole, event);
    customer.evolve(this.state, event);
  }

  /** The names that have to be read; they count as at hand from now on. */
  #notAtHand(names: readonly string[]): string[] {
    return names.filter((name) => {
      if (this.#atHand.has(name)) return false;
      this.#atHand.set(name, printOf(name));
      return true;
    });
  }

  #letGo(): void {
    if (this.#atHand.size === 0 && !this.#hasParts) return;
    this.#atHand.clear();
    this.#hasParts = false;
    this.commands.clear();
    this.changes.clear();
    this.state = copyState(this.whole);
  }
}

const nameOfCommand = (id: string): string => `command ${id}`;

function namesOf(event: NewEvent): string[] {
  return [nameOfCommand(event.metadata.commandId), ...subjectsOf(event)];
}

function commandsOf(rows: readonly CommandRow[]): Command[] {
  return rows.flatMap((row) => row.flatMap(({ command, otherwise }) => (otherwise ? [command, otherwise] : [command])));
}

function askedBy(command: Command): string[] {
  return [nameOfCommand(command.id), ...(command.formerIds ?? []).map(nameOfCommand), ...subjectsOfCommand(command, command.id)];
}
