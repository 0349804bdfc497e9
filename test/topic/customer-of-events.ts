import type { CloudEvent } from './cloud-event.js';

interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** The facts of an event that this consumer uses. */
interface Facts {
  readonly party?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly amount?: Money;
  readonly complaintId?: string;
}

interface Total {
  purchases: number;
  spend: number;
  returns: number;
  returned: number;
}

/**
 * A customer as an outsider would fold it who knows only the topic and its description: nothing here comes from Tenure. It keeps enough to
 * continue: repeated records are skipped, and a gap in the revisions is an error.
 */
export class CustomerOfEvents {
  revision = -1;
  since: string | null = null;
  party: string | null = null;
  attributes: Record<string, unknown> = {};
  personal: Record<string, unknown> = {};
  visits = 0;
  readonly totals = new Map<string, Total>();
  readonly complaints = new Map<string, 'open' | 'resolved'>();
  /** Each event's id, type and data, by revision. */
  readonly history: Array<{ readonly id: string; readonly type: string; readonly data: unknown }> = [];

  constructor(readonly customerId: string) {}

  take({ attributes, data }: CloudEvent): void {
    const revision = Number(attributes.get('revision'));
    if (revision <= this.revision) return;
    if (revision !== this.revision + 1) throw new Error(`${this.customerId}: revision ${revision} came after ${this.revision}`);
    this.revision = revision;
    const { facts, personal } = data as { facts: Facts; personal?: Record<string, unknown> };
    const type = attributes.get('type')!;
    this.history.push({ id: attributes.get('id')!, type, data: personal === undefined ? facts : { ...facts, personal } });
    this.#fold(type.split('.')[2]!, attributes.get('time')!, facts, personal ?? {});
  }

  #fold(type: string, time: string, facts: Facts, personal: Readonly<Record<string, unknown>>): void {
    switch (type) {
      case 'CustomerRegistered':
      case 'CustomerDetailsChanged':
        this.since ??= time;
        this.party = facts.party ?? this.party;
        this.attributes = present({ ...this.attributes, ...facts.attributes });
        this.personal = present({ ...this.personal, ...personal });
        break;
      case 'PurchaseRecorded':
        this.#total(facts.amount!).purchases += 1;
        this.#total(facts.amount!).spend += facts.amount!.minor;
        break;
      case 'PurchaseReturned':
        this.#total(facts.amount!).returns += 1;
        this.#total(facts.amount!).returned += facts.amount!.minor;
        break;
      case 'VisitRecorded':
        this.visits += 1;
        break;
      case 'ComplaintLogged':
        this.complaints.set(facts.complaintId!, 'open');
        break;
      case 'ComplaintResolved':
        this.complaints.set(facts.complaintId!, 'resolved');
        break;
    }
  }

  #total({ currency }: Money): Total {
    const total = this.totals.get(currency) ?? { purchases: 0, spend: 0, returns: 0, returned: 0 };
    this.totals.set(currency, total);
    return total;
  }
}

/** Null takes a value away. */
function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** Every customer in the events, which come partition by partition, each in order. */
export function customersOf(events: Iterable<CloudEvent>): Map<string, CustomerOfEvents> {
  const customers = new Map<string, CustomerOfEvents>();
  for (const event of events) {
    const customerId = event.attributes.get('subject')!;
    const customer = customers.get(customerId) ?? new CustomerOfEvents(customerId);
    customer.take(event);
    customers.set(customerId, customer);
  }
  return customers;
}
