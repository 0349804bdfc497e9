import type { Fact } from '../fact.js';
import { type Occurrence, occurrenceOf } from '../occurrence.js';
import type {
  CountedPurchase,
  CountedReturn,
  PurchaseCorrected,
  PurchaseRecorded,
  PurchaseReturned,
  PurchaseVoided,
  ReturnCorrected,
  ReturnVoided,
} from './events.js';

/** What remains of a recorded purchase: enough to refuse its double, to bound its returns, to take it back. */
export interface KnownPurchase extends Occurrence {
  readonly minor: number;
  readonly currency: string;
  readonly channel: string | null;
  /** As figures count it: the first line's product, where the purchase has no other. */
  readonly product: string | null;
  readonly hasLines: boolean;
  returnedMinor: number;
}

export interface KnownReturn extends Occurrence {
  readonly orderId: string | null;
  readonly minor: number;
  readonly currency: string;
  readonly product: string | null;
}

export interface PurchasesState {
  /** By order id. */
  orders: Map<string, KnownPurchase> | null;
  /** By return id. */
  returns: Map<string, KnownReturn> | null;
  /** Ids of purchases and of returns that were voided and not recorded again. */
  voidedOrders: Set<string> | null;
  voidedReturns: Set<string> | null;
}

export function noPurchases(): PurchasesState {
  return { orders: null, returns: null, voidedOrders: null, voidedReturns: null };
}

export function evolveRecorded(state: PurchasesState, { data, occurredAt, precision }: Fact<PurchaseRecorded>): void {
  const { orderId, amount, channel = null, product = null, lines } = data;
  state.orders ??= new Map();
  state.orders.set(orderId, {
    minor: amount.minor,
    currency: amount.currency,
    occurredAt,
    precision,
    channel,
    product: product ?? lines?.[0]?.product ?? null,
    hasLines: lines !== undefined,
    returnedMinor: 0,
  });
  state.voidedOrders?.delete(orderId);
}

export function evolveReturned(state: PurchasesState, { data, occurredAt, precision }: Fact<PurchaseReturned>): void {
  const { returnId, orderId, amount, product = null } = data;
  putReturn(state, returnId, { orderId, minor: amount.minor, currency: amount.currency, product, occurredAt, precision });
}

export function evolvePurchaseCorrected(state: PurchasesState, { data: { orderId, now } }: Fact<PurchaseCorrected>): void {
  const known = state.orders?.get(orderId);
  if (!known) return;
  const hasLines = now.lines === undefined ? known.hasLines : now.lines !== null;
  state.orders?.set(orderId, { ...purchaseOf(now), hasLines, returnedMinor: known.returnedMinor });
}

export function evolvePurchaseVoided(state: PurchasesState, { data: { orderId } }: Fact<PurchaseVoided>): void {
  state.orders?.delete(orderId);
  state.voidedOrders ??= new Set();
  state.voidedOrders.add(orderId);
}

export function evolveReturnCorrected(state: PurchasesState, { data: { returnId, now } }: Fact<ReturnCorrected>): void {
  takeReturn(state, returnId);
  putReturn(state, returnId, returnOf(now));
}

export function evolveReturnVoided(state: PurchasesState, { data: { returnId } }: Fact<ReturnVoided>): void {
  takeReturn(state, returnId);
  state.voidedReturns ??= new Set();
  state.voidedReturns.add(returnId);
}

function purchaseOf({ occurredAt, amount, channel, product }: CountedPurchase) {
  return { ...occurrenceOf(occurredAt), minor: amount.minor, currency: amount.currency, channel: channel ?? null, product: product ?? null };
}

function returnOf({ occurredAt, orderId, amount, product }: CountedReturn): KnownReturn {
  return { ...occurrenceOf(occurredAt), orderId, minor: amount.minor, currency: amount.currency, product: product ?? null };
}

function putReturn(state: PurchasesState, returnId: string, known: KnownReturn): void {
  state.returns ??= new Map();
  state.returns.set(returnId, known);
  state.voidedReturns?.delete(returnId);
  addToOrder(state, known, known.minor);
}

function takeReturn(state: PurchasesState, returnId: string): void {
  const known = state.returns?.get(returnId);
  if (!known) return;
  state.returns?.delete(returnId);
  addToOrder(state, known, -known.minor);
}

function addToOrder({ orders }: PurchasesState, { orderId }: KnownReturn, minor: number): void {
  const order = orderId === null ? undefined : orders?.get(orderId);
  if (order) order.returnedMinor += minor;
}
