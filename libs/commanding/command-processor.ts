import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AppendedLog, LogUnavailable, streamOf, tornCommand } from '@tenure/event-log';
import type { KeyedHash, LogSecret } from '@tenure/log-secret';
import { Turns } from '@tenure/threads';
import { LRUCache } from 'lru-cache';
import type { Command, Outcome } from './command.js';
import { type CommandRow, customerOfRow, type RowOutcome } from './command-row.js';
import { CustomerLocks } from './customer-locks.js';
import type { CustomerRecord } from './customer-record.js';
import { CustomerRecords, type CustomerRecordsOptions } from './customer-records.js';
import { eventsOf, withFacts } from './facts-of-outcomes.js';
import { isKnownCustomer } from './known-customer.js';
import { Newcomers } from './newcomers.js';
import type { Plan } from './plan.js';
import { type DecideSurroundings, planRows } from './plan-rows.js';
import { Preview } from './preview.js';
import { toRowOutcome, toSoleOutcome } from './to-outcome.js';

export interface CommandProcessorOptions extends CustomerRecordsOptions {
  readonly now?: () => number;
  /** How far ahead of the engine's clock a fact may claim to have happened. */
  readonly allowedSkewMs?: number;
  /** How large an amount may be, in minor units. */
  readonly largestAmount?: number;
  /** Bound of the cache of customers, measured in folded events (`CustomerRecord.weight`). */
  readonly cachedEvents?: number;
  /**
   * Whether, after many new customers in a row, the next one is assumed to be new and its load skipped. Only for a log that answers a
   * repeated append with a conflict: otherwise a repetition would pass for something new.
   */
  readonly assumeNewcomers?: boolean;
  /** How many names of a customer with a long history may be at hand before they are dropped (`LongRecord.bring`). */
  readonly mostAtHand?: number;
  /**
   * How many customers of one `executeMany` are loaded and appended side by side. A log that gathers appends by itself wants
   * all of them. Where each append is a call over the network, the last of a thousand would exceed the time limit of a call.
   */
  readonly customersAtOnce?: number;
  /** Asked before any decision that will be recorded. @throws what the caller of the command receives */
  readonly mayRecord?: () => Promise<void>;
}

/** After this many conflicts in a row the caller is told to try again. */
const MOST_CONFLICTS = 5;

/** Rows of one customer that are decided and written before other customers get a turn. */
const ROWS_TOGETHER = 1_000;

/**
 * Commands in, events out: load the customer, decide, append at the revision that was decided on, answer. Whatever an answer
 * reports is durable in the log.
 */
export class CommandProcessor {
  readonly #locks = new CustomerLocks();
  readonly #turns = new Turns();
  readonly #newcomers = new Newcomers();
  readonly #cache: LRUCache<string, CustomerRecord>;
  readonly #records: CustomerRecords;
  readonly #now: () => number;
  readonly #allowedSkewMs: number;
  readonly #largestAmount: number;
  readonly #assumeNewcomers: boolean;
  readonly #customersAtOnce: number;
  readonly #mostAtHand: number;
  readonly #mayRecord: CommandProcessorOptions['mayRecord'];

  constructor(
    private readonly log: AppendedLog,
    readonly secret: LogSecret,
    {
      now = Date.now,
      allowedSkewMs = 5 * 60_000,
      largestAmount = 10 ** 13,
      cachedEvents = 200_000,
      assumeNewcomers = true,
      customersAtOnce = Number.POSITIVE_INFINITY,
      mostAtHand = 2_000,
      mayRecord,
      ...records
    }: CommandProcessorOptions = {},
  ) {
    this.#now = now;
    this.#allowedSkewMs = allowedSkewMs;
    this.#largestAmount = largestAmount;
    this.#assumeNewcomers = assumeNewcomers;
    this.#customersAtOnce = customersAtOnce;
    this.#mostAtHand = mostAtHand;
    this.#mayRecord = mayRecord;
    this.#cache = new LRUCache({ maxSize: cachedEvents, sizeCalculation: ({ weight }) => weight });
    this.#records = new CustomerRecords(log, records);
  }

  /** @throws LogUnavailable when the log cannot append (retry with the same id); LogSecretMissing; the reason why needed personal data cannot be opened */
  async execute(command: Command): Promise<Outcome> {
    if (this.#mayRecord) await this.#mayRecord();
    const [outcome] = await this.#executeFor(command.customerId, [[{ command }]]);
    return toSoleOutcome(outcome!);
  }

  /** Each command is a decision of its own; otherwise as `executeRows`. */
  async executeMany(commands: readonly Command[]): Promise<Outcome[]> {
    const outcomes = await this.executeRows(commands.map((command) => [{ command }]));
    return outcomes.map(toSoleOutcome);
  }

  /**
   * Outcomes in the order of the rows. Rows of one customer are decided in order, each wholly or not at all, and written
   * together, up to a thousand of them.
   * @throws LogUnavailable when the log cannot append one of them; rows not begun by then stay undone. LogSecretMissing.
   */
  async executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]> {
    if (this.#mayRecord) await this.#mayRecord();
    const outcomes = new Array<RowOutcome>(rows.length);
    const byCustomer = new Map<string, number[]>();
    rows.forEach((row, index) => {
      const customerId = customerOfRow(row);
      const indexes = byCustomer.get(customerId);
      if (indexes) indexes.push(index);
      else byCustomer.set(customerId, [index]);
    });
    const waiting = byCustomer.entries();
    const oneAfterAnother = async () => {
      for (const [customerId, indexes] of waiting) {
        const ofCustomer = indexes.map((index) => rows[index]!);
        const results = await this.#executeFor(customerId, ofCustomer).catch((error: unknown) => {
          byCustomer.clear(); // no further customer is begun
          throw error;
        });
        results.forEach((outcome, i) => {
          outcomes[indexes[i]!] = outcome;
        });
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.#customersAtOnce, byCustomer.size) }, oneAfterAnother));
    return outcomes;
  }

  /** Whether anything is recorded about a customer. */
  knows(customerId: string): Promise<boolean> {
    return isKnownCustomer(this.log, customerId);
  }

  /** What `executeRows` would answer, without writing. Facts of earlier calls of the same preview count. */
  preview(): Preview {
    return new Preview(this.log, this.#records, this.secret, this.#turns, () => this.#surroundings());
  }

  #executeFor(customerId: string, rows: readonly CommandRow[]): Promise<RowOutcome[]> {
    return this.#locks.run(customerId, async () => {
      const keyed = await this.secret.keyed();
      if (rows.length <= ROWS_TOGETHER) return this.#executeTogether(customerId, rows, keyed);
      const outcomes: RowOutcome[] = [];
      for (let at = 0; at < rows.length; at += ROWS_TOGETHER) {
        outcomes.push(...(await this.#executeTogether(customerId, rows.slice(at, at + ROWS_TOGETHER), keyed)));
        await nextTurn();
      }
      return outcomes;
    });
  }

  async #executeTogether(customerId: string, rows: readonly CommandRow[], keyed: KeyedHash): Promise<RowOutcome[]> {
    for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
      const outcomes = await this.#planAndAppend(customerId, rows, keyed);
      if (outcomes) return outcomes;
    }
    const torn = this.#cache.peek(customerId)?.torn;
    if (torn) throw tornCommand(torn);
    throw new LogUnavailable('io-error', 'not-appended', `Other writers kept changing customer "${customerId}". Send the command again with the same key.`);
  }

  /** Null when another writer was faster: the decision no longer holds. */
  async #planAndAppend(customerId: string, rows: readonly CommandRow[], keyed: KeyedHash): Promise<RowOutcome[] | null> {
    const { record, plan } = await this.#decide(customerId, rows, keyed);
    const firstRevision = record.revision + 1;
    let positions: readonly string[] = [];
    if (plan.events.length > 0) {
      const expected = record.revision === -1 ? 'no-stream' : record.revision;
      const result = await this.log.append({ stream: streamOf(customerId), expected, events: plan.events, decisions: plan.decisions });
      if (result.outcome === 'conflict') {
        this.#newcomers.wrong();
        await this.#afterConflict(customerId, record);
        return null;
      }
      positions = result.positions;
      record.moveOver(plan, result);
      record.torn = null;
      this.#records.keepSnapshotIfDue(record, customerId);
    }
    this.#keep(customerId, record);
    const outcomes: RowOutcome[] = [];
    for (const [at, row] of rows.entries()) {
      const decided = plan.rows[at]!;
      const outcome = toRowOutcome(row, decided, { firstRevision, positions });
      const isPlain = decided.refusedAt === null && record.changes.size === 0;
      outcomes.push(
        isPlain ? outcome : await withFacts(outcome, { row, decided, plan, record, read: eventsOf(this.log, customerId), surroundings: this.#surroundings() }),
      );
    }
    return outcomes;
  }

  async #decide(customerId: string, rows: readonly CommandRow[], keyed: KeyedHash): Promise<{ record: CustomerRecord; plan: Plan }> {
    for (let over = this.#turns.over; over; over = this.#turns.over) await over;
    const assumed = !this.#assumeNewcomers || this.#cache.has(customerId) ? null : this.#newcomers.assume();
    if (assumed) {
      const plan = this.#plan(assumed, rows, keyed);
      // Only an append proves that a customer is new: any other decision has to be made on the loaded record.
      if (plan.rows.every((row) => row.refusedAt === null && row.decided.every(({ kind }) => kind === 'new'))) return { record: assumed, plan };
    }
    const record = this.#cache.get(customerId) ?? (await this.#load(customerId));
    const brought = this.#records.bring(record, customerId, rows, this.#mostAtHand);
    if (brought !== null) await brought;
    for (let over = this.#turns.over; over; over = this.#turns.over) await over;
    return { record, plan: this.#plan(record, rows, keyed) };
  }

  #plan(record: CustomerRecord, rows: readonly CommandRow[], keyed: KeyedHash): Plan {
    return planRows(record, rows, { keyed, ...this.#surroundings() });
  }

  #surroundings(): DecideSurroundings {
    return { now: this.#now(), allowedSkewMs: this.#allowedSkewMs, largestAmount: this.#largestAmount };
  }

  async #load(customerId: string): Promise<CustomerRecord> {
    const record = await this.#records.load(customerId);
    this.#newcomers.seen(record.revision === -1);
    return record;
  }

  /** The record catches up from its own revision. A record that is not behind does not belong to this log's stream: it is reloaded. */
  async #afterConflict(customerId: string, record: CustomerRecord): Promise<void> {
    const { revision } = record;
    // A customer assumed to be new may have a long history, which is loaded by its snapshot.
    if (revision === -1) {
      this.#keep(customerId, await this.#records.load(customerId));
      return;
    }
    await this.#records.catchUp(record, streamOf(customerId));
    if (record.revision > revision || record.torn) this.#keep(customerId, record);
    else this.#cache.delete(customerId);
  }

  #keep(customerId: string, record: CustomerRecord): void {
    // The cache weighs a record only when it is put in under a new key, and the record has grown meanwhile.
    this.#cache.delete(customerId);
    if (record.unopened === null && !this.#records.hasOutgrown(record)) this.#cache.set(customerId, record);
  }
}
