import type { MoneyAmount } from '@tenure/customer';
import type { TimeValue } from './fields/dates/cell-time.js';
import { timeText } from './fields/dates/time-text.js';
import { HashCounts } from './hash-counts.js';
import type { ImportCounts } from './import-line.js';

/** Adds up what an import did. */
export class Tally {
  read = 0;
  accepted = 0;
  duplicate = 0;
  rejected = 0;
  private events = 0;
  private readonly customers = new HashCounts();
  private readonly minor = new Map<string, number>();
  private from: TimeValue | null = null;
  private to: TimeValue | null = null;
  private firstPosition: string | null = null;
  private lastPosition: string | null = null;

  /** Different customers so far. */
  get customersMet(): number {
    return this.customers.size;
  }

  /** A row that is recorded now, whether by this run or by an earlier one. */
  recorded(customerId: string, occurredAt: TimeValue | undefined, amount: MoneyAmount | undefined): void {
    this.customers.add(customerId);
    if (occurredAt !== undefined) {
      if (this.from === null || occurredAt.epoch < this.from.epoch) this.from = occurredAt;
      if (this.to === null || occurredAt.epoch > this.to.epoch) this.to = occurredAt;
    }
    if (amount) this.minor.set(amount.currency, (this.minor.get(amount.currency) ?? 0) + amount.minor);
  }

  /** Events that this run added. */
  appended(events: number, position: string): void {
    this.events += events;
    if (position === '') return;
    if (this.firstPosition === null || position < this.firstPosition) this.firstPosition = position;
    if (this.lastPosition === null || position > this.lastPosition) this.lastPosition = position;
  }

  result(seconds: number): ImportCounts {
    const { read, accepted, duplicate, rejected, firstPosition, lastPosition } = this;
    return {
      read,
      accepted,
      duplicate,
      rejected,
      customers: this.customersMet,
      amount: [...this.minor].map(([currency, minor]) => ({ minor, currency })).sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      from: this.from && timeText(this.from),
      to: this.to && timeText(this.to),
      firstPosition,
      lastPosition,
      seconds: Math.round(seconds * 1000) / 1000,
      eventsPerSecond: Math.round(this.events / Math.max(seconds, 0.001)),
    };
  }
}
