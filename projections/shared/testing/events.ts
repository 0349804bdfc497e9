import { hash } from 'node:crypto';
import { inNewestVersion } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { customerStreams, type ProjectedKind } from '@tenure/projecting';

/** The part of an event that a spec gives; the rest is filled in. `at`: RFC 3339 or epoch milliseconds. */
export interface GivenEvent {
  readonly type: string;
  /** 1, if left out. */
  readonly version?: number;
  readonly at: string | number;
  readonly precision?: 'day';
  readonly data?: object;
  readonly personal?: object;
}

let recorded = 0;

/** In the newest version of its type, with its texts among the personal fields. */
export function event(customerId: string, revision: number, given: GivenEvent): RecordedEvent {
  return inNewestVersion(eventOfVersion1(customerId, revision, given));
}

/** Of version 1, unless it gives another. The id of its command is derived from what is given: the same one whenever it arrives. */
export function eventOfVersion1(customerId: string, revision: number, given: GivenEvent): RecordedEvent {
  recorded += 1;
  return {
    position: String(recorded).padStart(16, '0'),
    stream: `customer-${customerId}`,
    revision,
    type: given.type,
    version: given.version ?? 1,
    occurredAt: typeof given.at === 'number' ? given.at : Date.parse(given.at),
    recordedAt: recorded,
    ...(given.precision && { precision: given.precision }),
    data: given.data ?? {},
    personal: given.personal ?? {},
    metadata: { commandId: hash('sha256', JSON.stringify(given)), index: 0, payloadHash: '', actor: 'spec' },
  };
}

/** On a stream of any kind. On streams other than customers' it is recorded when it happens, in the order of its revisions. */
export function eventOf(kind: ProjectedKind, key: string, revision: number, given: GivenEvent): RecordedEvent {
  const recordedEvent = event(key, revision, given);
  if (kind.name === customerStreams.name) return recordedEvent;
  const position = String(revision + 1).padStart(16, '0');
  return { ...recordedEvent, stream: kind.prefix + key, position, recordedAt: recordedEvent.occurredAt };
}

export const registered = (at: string | number, attributes: object = {}, party = 'person', personal: object = {}): GivenEvent => ({
  type: 'CustomerRegistered',
  at,
  data: { party, attributes },
  personal,
});

export function purchase(
  at: string | number,
  more: { orderId?: string; minor?: number; currency?: string; channel?: string; product?: string } = {},
): GivenEvent {
  const { orderId = `order-${String(at)}`, minor = 1000, currency = 'USD', ...rest } = more;
  return { type: 'PurchaseRecorded', at, data: { orderId, amount: { minor, currency }, ...rest } };
}

export function returned(at: string | number, returnId: string, orderId: string | null, minor: number, product?: string): GivenEvent {
  return { type: 'PurchaseReturned', at, data: { returnId, orderId, amount: { minor, currency: 'USD' }, ...(product !== undefined && { product }) } };
}

export const closed = (at: string | number, reason = 'moved away'): GivenEvent => ({ type: 'CustomerClosed', at, data: { reason } });
export const reopened = (at: string | number, reason = 'came back'): GivenEvent => ({ type: 'CustomerReopened', at, data: { reason } });

export const started = (at: string | number, subscriptionId: string, more: { minor?: number; currency?: string } = {}): GivenEvent => ({
  type: 'SubscriptionStarted',
  at,
  data: { subscriptionId, plan: 'basic', price: { minor: more.minor ?? 999, currency: more.currency ?? 'EUR' }, interval: 'P1M', quantity: 1 },
});

export const cancelled = (at: string | number, subscriptionId: string, reasonCode = 'pricing'): GivenEvent => ({
  type: 'SubscriptionCancelled',
  at,
  data: { subscriptionId, reasonCode },
});
