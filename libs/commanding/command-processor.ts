import { type AppendRequest, type AppendResult, type EventLog, LogUnavailable, streamOf } from '@tenure/event-log';

import { LRUCache } from 'lru-cache';
import type { Command, Outcome } from './command.js';
import { CustomerLocks } from './customer-locks.js';
import { type CustomerRecord, loadCustomer } from './customer-record.js';
import { type Decided, type Decisions, decideAll } from './decide-all.js';
import { Newcomers } from './newcomers.js';
import { toOutcome } from './to-outcome.js';

export interface CommandProcessorOptions {
  readonly now?: () => number;
  /** How far ahead of the engine's clock a fact may claim to have happened. */
  readonly allowedSkewMs?: number;
  /** Bound of the cache of customers, in events folded into them. */
  readonly cachedEvents?: number;
  /**
   * Whether a customer in a long line of new ones may be taken for new without looking. Only where the log answers a
   * repeated append with a conflict: else a repetition would pass for something new.
   */
  readonly assumeNewcomers?: boolean;
  /**
   * How many customers of one `executeMany` are loaded and appended side by side. A log that gathers appends by itself wants
   * all of them. Where each is a call over the network the last of a thousand would wait longer than a call may take.
   */
  readonly customersAtOnce?: number;
}

/** Another writer got in between this often in a row: then the caller is told to try again. */
const MOST_CONFLICTS = 5;

/**
 * Commands in, events out: load the customer, decide, append with the revision decided upon, answer. What the log has
 * acknowledged is durable before anybody hears of it.
 */
export class CommandProcessor {
  readonly #locks = new CustomerLocks();
  readonly #newcomers = new Newcomers();
  readonly #cache: LRUCache<string, CustomerRecord>;
  readonly #now: () => number;
  readonly #allowedSkewMs: number;
  readonly #assumeNewcomers: boolean;
  readonly #customersAtOnce: number;

  constructor(
    private readonly log: EventLog,
    {
      now = Date.now,
      allowedSkewMs = 5 * 60_000,
      cachedEvents = 30_000,
      assumeNewcomers = true,
      customersAtOnce = Number.POSITIVE_INFINITY,
    }: CommandProcessorOptions = {},
  ) {
    this.#now = now;
    this.#allowedSkewMs = allowedSkewMs;
    this.#assumeNewcomers = assumeNewcomers;
    this.#customersAtOnce = customersAtOnce;
    this.#cache = new LRUCache({ maxSize: cachedEvents, sizeCalculation: ({ revision }) => revision + 2 });
  }

  /** @throws LogUnavailable when the log cannot take it: retry with the same id. */
  async execute(command: Command): Promise<Outcome> {
    return (await this.#executeFor(command.customerId, [command]))[0]!;
  }

  /**
   * Outcomes in the order of the commands. Commands of one customer are decided in order and written together.
   * @throws LogUnavailable when the log cannot take one of them; those that were not begun then are not.
   */
  async executeMany(commands: readonly Command[]): Promise<Outcome[]> {
    const outcomes = new Array<Outcome>(commands.length);
    const byCustomer = new Map<string, number[]>();
    commands.forEach(({ customerId }, index) => {
      const indexes = byCustomer.get(customerId);
      if (indexes) indexes.push(index);
      else byCustomer.set(customerId, [index]);
    });
    const waiting = byCustomer.entries();
    const oneAfterAnother = async () => {
      for (const [customerId, indexes] of waiting) {
        const ofCustomer = indexes.map((index) => commands[index]!);
        const results = await this.#executeFor(customerId, ofCustomer).catch((error: unknown) => {
          byCustomer.clear(); // nothing is begun any more
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

  /** What `executeMany` would answer, with nothing written. Facts of earlier calls of the same preview count. */
  preview(): { executeMany(commands: readonly Command[]): Promise<Outcome[]> } {
    const drafts = new LRUCache<string, CustomerRecord>({ maxSize: 60_000, sizeCalculation: ({ revision }) => revision + 2 });
    return {
      executeMany: async (commands) => {
        const outcomes: Outcome[] = [];
        for (const command of commands) {
          const draft = drafts.get(command.customerId) ?? (await loadCustomer(this.log, command.customerId));
          const { decided } = decideAll(draft, [command], this.#now(), this.#allowedSkewMs);
          drafts.set(command.customerId, draft);
          outcomes.push(toOutcome(command, decided[0]!));
        }
        return outcomes;
      },
    };
  }

  #executeFor(customerId: string, commands: readonly Command[]): Promise<Outcome[]> {
    return this.#locks.run(customerId, async () => {
      for (let attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
        const decided = await this.#decideAndAppend(customerId, commands);
        if (decided) return commands.map((command, i) => toOutcome(command, decided[i]!));
      }
      throw new LogUnavailable('io-error', 'not-appended', `Other writers kept changing customer "${customerId}". Send the command again with the same key.`);
    });
  }

  /** Null when another writer was faster: what was decided no longer holds. */
  async #decideAndAppend(customerId: string, commands: readonly Command[]): Promise<readonly Decided[] | null> {
    const { record, decided, events } = await this.#decide(customerId, commands);
    const expected = record.revision === events.length - 1 ? 'no-stream' : record.revision - events.length;
    if (events.length > 0) {
      const result = await this.#append({ stream: streamOf(customerId), expected, events }, customerId);
      if (result.outcome === 'conflict') {
        this.#newcomers.wrong();
        return null;
      }
      for (const each of decided) {
        if (each.kind !== 'new') continue;
        const { firstRevision, types } = each.command;
        // The record stands at the last event of this append; the command's own last event may lie before it.
        each.command.position = result.positions.at(firstRevision + types.length - 2 - record.revision)!;
      }
    }
    this.#cache.set(customerId, record);
    return decided;
  }

  async #decide(customerId: string, commands: readonly Command[]): Promise<Decisions & { record: CustomerRecord }> {
    const assumed = !this.#assumeNewcomers || this.#cache.has(customerId) ? null : this.#newcomers.assume();
    if (assumed) {
      const decisions = decideAll(assumed, commands, this.#now(), this.#allowedSkewMs);
      // Only an append proves that a customer is new: whatever else was decided has to be decided on what is known.
      if (decisions.decided.every(({ kind }) => kind === 'new')) return { ...decisions, record: assumed };
    }
    const record = this.#cache.get(customerId) ?? (await this.#load(customerId));
    return { ...decideAll(record, commands, this.#now(), this.#allowedSkewMs), record };
  }

  async #load(customerId: string): Promise<CustomerRecord> {
    const record = await loadCustomer(this.log, customerId);
    this.#newcomers.seen(record.revision === -1);
    return record;
  }

  /** Deciding has moved the record on: if the log did not follow, the record is forgotten. */
  async #append(request: AppendRequest, customerId: string): Promise<AppendResult> {
    let appended = false;
    try {
      const result = await this.log.append(request);
      appended = result.outcome === 'appended';
      return result;
    } finally {
      if (!appended) this.#cache.delete(customerId);
    }
  }
}
