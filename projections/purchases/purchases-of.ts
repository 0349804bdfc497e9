import {
  type MoneyAmount,
  type Occurrence,
  occurrenceOf,
  type PurchaseCorrected,
  type PurchasedLine,
  type PurchaseRecorded,
  type PurchaseReturned,
  type PurchaseVoided,
  printOccurrence,
  type ReturnCorrected,
  type ReturnVoided,
} from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';

/** A purchase with its returns; or a return that is tied to no known purchase. */
export interface Purchase {
  readonly kind: 'purchase' | 'return';
  readonly orderId: string | null;
  readonly returnId: string | null;
  /** As recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
  readonly when: Occurrence;
  readonly amount: MoneyAmount;
  readonly returnedMinor: bigint;
  readonly channel: string | null;
  readonly product: string | null;
  readonly quantity: number | null;
  readonly lines: readonly PurchasedLine[];
}

/** A customer's purchases and returns, in the order in which they were first recorded. */
export function purchasesOf(events: readonly RecordedEvent[]): Purchase[] {
  const orders = new Map<string, Purchase>();
  const returns = new Map<string, Purchase>();
  for (const event of events) {
    if (event.type === 'PurchaseRecorded') {
      const data = event.data as PurchaseRecorded;
      orders.set(data.orderId, purchaseOf(data, event));
    } else if (event.type === 'PurchaseReturned') {
      const data = event.data as PurchaseReturned;
      returns.set(data.returnId, returnOf(data, event));
    } else if (event.type === 'PurchaseCorrected') {
      const { orderId, now } = event.data as PurchaseCorrected;
      const held = orders.get(orderId);
      if (held) orders.set(orderId, correctedPurchase(held, now));
    } else if (event.type === 'ReturnCorrected') {
      const { returnId, now } = event.data as ReturnCorrected;
      returns.set(returnId, returnOf({ returnId, ...now }, occurrenceOf(now.occurredAt)));
    } else if (event.type === 'PurchaseVoided') {
      orders.delete((event.data as PurchaseVoided).orderId);
    } else if (event.type === 'ReturnVoided') {
      returns.delete((event.data as ReturnVoided).returnId);
    }
  }
  return withReturns(orders, returns);
}

/** A return may be recorded before its purchase: they meet only once all events are read. */
function withReturns(orders: ReadonlyMap<string, Purchase>, returns: ReadonlyMap<string, Purchase>): Purchase[] {
  const returned = new Map<string, bigint>();
  const untied: Purchase[] = [];
  for (const each of returns.values()) {
    const order = each.orderId === null ? undefined : orders.get(each.orderId);
    if (order === undefined) untied.push(each);
    else returned.set(each.orderId!, (returned.get(each.orderId!) ?? 0n) + each.returnedMinor);
  }
  return [...[...orders].map(([orderId, order]) => ({ ...order, returnedMinor: returned.get(orderId) ?? 0n })), ...untied];
}

function purchaseOf(data: PurchaseRecorded, when: Occurrence): Purchase {
  const { orderId, amount, channel = null, product = null, quantity = null, lines = [] } = data;
  return { kind: 'purchase', orderId, returnId: null, ...dated(when), amount, returnedMinor: 0n, channel, product, quantity, lines };
}

/** Fields that a correction leaves out stay as they were. */
function correctedPurchase(held: Purchase, now: PurchaseCorrected['now']): Purchase {
  const { occurredAt, amount, channel = null, product = null, quantity = held.quantity, lines = held.lines } = now;
  const own = held.product === null && product === held.lines[0]?.product && now.lines === undefined;
  return { ...held, ...dated(occurrenceOf(occurredAt)), amount, channel, product: own ? null : product, quantity, lines: lines ?? [] };
}

function returnOf({ returnId, orderId, amount, product }: PurchaseReturned, when: Occurrence): Purchase {
  const nothingBought = { minor: 0, currency: amount.currency };
  return {
    kind: 'return',
    orderId,
    returnId,
    ...dated(when),
    amount: nothingBought,
    returnedMinor: BigInt(amount.minor),
    ...noDetails,
    product: product ?? null,
  };
}

const noDetails: Pick<Purchase, 'channel' | 'quantity' | 'lines'> = { channel: null, quantity: null, lines: [] };

const dated = (when: Occurrence): Pick<Purchase, 'occurredAt' | 'when'> => ({ occurredAt: printOccurrence(when), when });
