import { type MoneyAmount, moneyTotal } from '@tenure/customer';
import type { TimeValue } from './fields/dates/cell-time.js';
import { timeText } from './fields/dates/time-text.js';
import { HashCounts } from './hash-counts.js';
import type { ImportCounts } from './import-line.js';
import type { SourceRow } from './reading/source-row.js';
import { type Reason, Reasons } from './reasons.js';
import type { RowProblem } from './row-problem.js';
import { FactsSeen } from './warnings/facts-seen.js';

/** Rows of the file that are recorded, by this run or an earlier one. */
export interface RecordedRows {
  readonly rows: number;
  /** Whether this run recorded any of them. */
  readonly isNew: boolean;
  /** Whether the file may name their facts twice. */
  readonly isNamed: boolean;
  readonly customerId: string;
  readonly occurredAt: TimeValue | undefined;
  /** The facts they state, except voided ones: the ids of their commands, and what each adds to the sum. */
  readonly facts: readonly { readonly id: string; readonly amount: MoneyAmount | undefined }[];
}

const mostReasons = 100;
const otherReasons = 'other reasons';

/** Sums up what an import did. */
export class Tally {
  read = 0;
  /** Different facts so far; rows without a key are one each. */
  factsMet = 0;
  rejected = 0;
  readonly seen = new FactsSeen();
  #accepted = 0;
  #duplicate = 0;
  #repeated = 0;
  #leftOut = 0;
  readonly #leftOutReasons = new Map<string, number>();
  #events = 0;
  readonly #reasons = new Reasons();
  readonly #facts = new HashCounts();
  readonly #customers = new HashCounts();
  readonly #minor = new Map<string, bigint>();
  from: TimeValue | null = null;
  to: TimeValue | null = null;
  #firstPosition: string | null = null;
  #lastPosition: string | null = null;

  /** Different customers so far. */
  get customersMet(): number {
    return this.#customers.size;
  }

  /** A fact counts once, however often the file repeats it. */
  recorded({ rows, isNew, isNamed, customerId, occurredAt, facts }: RecordedRows): void {
    this.read += rows;
    const met = isNamed ? facts.filter(({ id }) => this.#facts.add(id) === 0) : facts;
    if (isNew) this.#accepted += rows;
    else this.#duplicate += rows;
    if (met.length === 0) {
      if (facts.length > 0 && !isNew) this.#repeated += rows;
      return;
    }
    this.factsMet += 1;
    const before = this.#customers.add(customerId);
    if (occurredAt !== undefined) {
      if (this.from === null || occurredAt.epoch < this.from.epoch) this.from = occurredAt;
      if (this.to === null || occurredAt.epoch > this.to.epoch) this.to = occurredAt;
    }
    this.seen.see(
      customerId,
      before + 1,
      occurredAt,
      met.flatMap(({ amount }) => amount ?? []),
    );
    for (const { amount } of met) if (amount) this.#minor.set(amount.currency, (this.#minor.get(amount.currency) ?? 0n) + BigInt(amount.minor));
  }

  reject(sources: readonly SourceRow[], problem: RowProblem): void {
    this.read += sources.length;
    this.rejected += sources.length;
    this.#reasons.add(sources, problem);
  }

  /** Rows that were rejected for one reason, or null. */
  rejectedAs(code: string): Reason | null {
    return this.#reasons.list().find(({ reason }) => reason === code) ?? null;
  }

  /** Counts excluded rows. Beyond a hundred reasons only their number is kept. */
  leaveOut(reason: string, rows: number): void {
    this.read += rows;
    this.#leftOut += rows;
    const key = this.#leftOutReasons.has(reason) || this.#leftOutReasons.size < mostReasons ? reason : otherReasons;
    this.#leftOutReasons.set(key, (this.#leftOutReasons.get(key) ?? 0) + rows);
  }

  /** Counts events that this run added. */
  appended(events: number, position: string): void {
    this.#events += events;
    if (position === '') return;
    if (this.#firstPosition === null || position < this.#firstPosition) this.#firstPosition = position;
    if (this.#lastPosition === null || position > this.#lastPosition) this.#lastPosition = position;
  }

  result(seconds: number): ImportCounts {
    const { read, rejected } = this;
    return {
      read,
      accepted: this.#accepted,
      duplicate: this.#duplicate,
      repeated: this.#repeated,
      rejected,
      reasons: this.#reasons.list(),
      leftOut: this.#leftOut,
      leftOutReasons: [...this.#leftOutReasons].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows),
      customers: this.customersMet,
      amount: [...this.#minor].map(([currency, minor]) => moneyTotal(minor, currency)).sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      from: this.from && timeText(this.from),
      to: this.to && timeText(this.to),
      firstPosition: this.#firstPosition,
      lastPosition: this.#lastPosition,
      seconds: Math.round(seconds * 1000) / 1000,
      eventsPerSecond: Math.round(this.#events / Math.max(seconds, 0.001)),
    };
  }
}
