import type { MoneyAmount } from '@tenure/customer';
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
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;
  private firstPosition: string | null = null;
  private lastPosition: string | null = null;

  /** Different customers so far. */
  get customersMet(): number {
    return this.customers.size;
  }

  /** A row that is recorded now, whether by this run or by an earlier one. */
  recorded(customerId: string, occurredAt: number | undefined, amount: MoneyAmount | undefined): void {
    this.customers.add(customerId);
    if (occurredAt !== undefined) {
      if (occurredAt < this.from) this.from = occurredAt;
      if (occurredAt > this.to) this.to = occurredAt;
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
      from: timeOrNull(this.from),
      to: timeOrNull(this.to),
      firstPosition,
      lastPosition,
      seconds: Math.round(seconds * 1000) / 1000,
      eventsPerSecond: Math.round(this.events / Math.max(seconds, 0.001)),
    };
  }
}

function timeOrNull(epoch: number): string | null {
  return Number.isFinite(epoch) ? new Date(epoch).toISOString() : null;
}
