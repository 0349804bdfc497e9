import type { EventLogReader, NewEvent } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import type { Turns } from '@tenure/threads';
import { LRUCache } from 'lru-cache';
import { type CommandRow, customerOfRow, type RowOutcome } from './command-row.js';
import type { CustomerRecord } from './customer-record.js';
import type { CustomerRecords } from './customer-records.js';
import { eventsOf, type ReadEvents, withFacts } from './facts-of-outcomes.js';
import { type DecideSurroundings, planRows } from './plan-rows.js';
import { toRowOutcome } from './to-outcome.js';

/** A customer as it would be, and the events that nobody writes, from the first revision that the log does not hold. */
interface PreviewedCustomer {
  readonly record: CustomerRecord;
  readonly begins: number;
  readonly events: NewEvent[];
}

const mostEvents = 60_000;

/** Decides rows against the log and against its own earlier decisions, and writes nothing. */
export class Preview {
  readonly #customers = new LRUCache<string, PreviewedCustomer>({ maxSize: mostEvents, sizeCalculation: ({ record }) => record.weight });

  constructor(
    private readonly log: Pick<EventLogReader, 'readStream'>,
    private readonly records: CustomerRecords,
    private readonly secret: LogSecret,
    private readonly turns: Turns,
    private readonly surroundings: () => DecideSurroundings,
  ) {}

  async executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]> {
    const keyed = await this.secret.keyed();
    const outcomes: RowOutcome[] = [];
    for (const row of rows) {
      for (let over = this.turns.over; over; over = this.turns.over) await over;
      const customerId = customerOfRow(row);
      const customer = this.#customers.get(customerId) ?? (await this.#load(customerId));
      const { record, events } = customer;
      await this.records.bring(record, customerId, [row], Number.POSITIVE_INFINITY);
      const surroundings = this.surroundings();
      const plan = planRows(record, [row], { keyed, ...surroundings });
      const decided = plan.rows[0]!;
      const outcome = toRowOutcome(row, decided, { firstRevision: record.revision + 1, positions: [] });
      outcomes.push(await withFacts(outcome, { row, decided, plan, record, read: this.#reader(customerId, customer), surroundings }));
      record.moveOver(plan, null);
      events.push(...plan.events);
      // Put in again so that it is weighed again: the cache does not weigh an entry that it holds.
      this.#customers.delete(customerId);
      this.#customers.set(customerId, customer);
    }
    return outcomes;
  }

  async #load(customerId: string): Promise<PreviewedCustomer> {
    const record = await this.records.load(customerId);
    return { record, begins: record.revision + 1, events: [] };
  }

  #reader(customerId: string, { begins, events }: PreviewedCustomer): ReadEvents {
    const recorded = eventsOf(this.log, customerId);
    return async (from, limit) => (from < begins ? recorded(from, limit) : events.slice(from - begins, from - begins + limit));
  }
}
