import type {
  ComplaintLogged, ComplaintReopened, ComplaintResolved, CustomerClosed, CustomerRegistered, PurchaseRecorded, PurchaseReturned,
  SatisfactionRecorded, SubscriptionCancelled, SubscriptionChanged, SubscriptionRenewed, SubscriptionStarted, VisitRecorded,
} from '@tenure/customer';
import { formatMoney } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { isLater, stampOf, timeOfStamp } from '../last-write/last-write.js';
import type { Scalar } from '../last-write/register-list.js';
import { timeName } from '../calendar/civil-days.js';
import type { TimelineEntry } from './document.js';

export const longestTimeline = 20;

/** What happened, when, and in words. */
export interface ShownEntry {
  readonly at: string;
  readonly type: string;
  readonly text: string;
}

/** Keeps the latest: which those are does not depend on the order of arrival. */
export function addEntry(timeline: TimelineEntry[], event: RecordedEvent): void {
  const stamp = stampOf(event);
  const full = timeline.length === longestTimeline;
  if (full && stamp < timeline[0]![0]) return;
  const entry: TimelineEntry = [stamp, event.type, factsOf(event)];
  let place = timeline.length;
  while (place > 0 && isLater(timeline[place - 1]![0], timeline[place - 1], stamp, entry)) place -= 1;
  timeline.splice(place, 0, entry);
  if (full) timeline.shift();
}

export function showEntry([stamp, type, facts]: TimelineEntry): ShownEntry {
  return { at: timeName(timeOfStamp(stamp)), type, text: sayings[type]?.say(facts) ?? type };
}

function factsOf(event: RecordedEvent): Scalar[] {
  return sayings[event.type]?.pick(event.data) ?? [];
}

interface Saying<Data> {
  readonly pick: (data: Data) => Scalar[];
  readonly say: (facts: readonly Scalar[]) => string;
}

/** One event type: the facts to keep of it, and the sentence they make. */
function saying<Data>(pick: Saying<Data>['pick'], say: Saying<Data>['say']): Saying<never> {
  return { pick, say };
}

const money = (minor: Scalar, currency: Scalar): string => formatMoney({ minor: Number(minor), currency: String(currency) });
const when = (value: Scalar, say: (text: string) => string): string => (value === null || value === undefined ? '' : say(String(value)));

// biome-ignore lint/suspicious/noExplicitAny: the boundary to event data: each entry narrows its own type
const sayings: Readonly<Record<string, Saying<any>>> = {
  CustomerRegistered: saying(({ party }: CustomerRegistered) => [party], ([party]) => `Registered as ${String(party)}`),
  CustomerDetailsChanged: saying(() => [], () => 'Details changed'),
  CustomerClosed: saying(({ reason }: CustomerClosed) => [reason], ([reason]) => `Closed: ${String(reason)}`),
  CustomerReopened: saying(({ reason }: CustomerClosed) => [reason], ([reason]) => `Reopened: ${String(reason)}`),
  PurchaseRecorded: saying(
    ({ orderId, amount, channel = null, product, lines }: PurchaseRecorded) =>
      [orderId, amount.minor, amount.currency, channel, product ?? lines?.[0]?.product ?? null, lines?.length ?? 0],
    ([orderId, minor, currency, channel, product, lines]) =>
      `Bought ${when(product!, (text) => `${text}${Number(lines) > 1 ? ` and ${Number(lines) - 1} more` : ''} `)}for ${money(minor!, currency!)}${when(channel!, (text) => ` by ${text}`)} (order ${String(orderId)})`,
  ),
  PurchaseReturned: saying(
    ({ returnId, orderId, amount, reason = null }: PurchaseReturned) => [returnId, orderId, amount.minor, amount.currency, reason],
    ([, orderId, minor, currency, reason]) => `Returned ${money(minor!, currency!)}${when(orderId!, (text) => ` of order ${text}`)}${when(reason!, (text) => `: ${text}`)}`,
  ),
  SubscriptionStarted: saying(
    ({ subscriptionId, plan, price, interval }: SubscriptionStarted) => [subscriptionId, plan, price.minor, price.currency, interval],
    ([id, plan, minor, currency, interval]) => `Subscribed to ${String(plan)} for ${money(minor!, currency!)} every ${String(interval)} (${String(id)})`,
  ),
  SubscriptionChanged: saying(
    ({ subscriptionId, plan = null }: SubscriptionChanged) => [subscriptionId, plan],
    ([id, plan]) => `Subscription ${String(id)} changed${when(plan!, (text) => ` to ${text}`)}`,
  ),
  SubscriptionRenewed: saying(
    ({ subscriptionId, until = null }: SubscriptionRenewed) => [subscriptionId, until],
    ([id, until]) => `Subscription ${String(id)} renewed${when(until!, (text) => ` until ${text}`)}`,
  ),
  SubscriptionCancelled: saying(
    ({ subscriptionId, reasonCode, reason = null }: SubscriptionCancelled) => [subscriptionId, reasonCode, reason],
    ([id, code, reason]) => `Subscription ${String(id)} cancelled: ${String(code)}${when(reason!, (text) => `, ${text}`)}`,
  ),
  VisitRecorded: saying(
    ({ visitId, channel = null, subject = null, result = null, place = null }: VisitRecorded) => [visitId, channel, subject, result, place],
    ([, channel, subject, result, place]) =>
      `Visit${when(channel!, (text) => ` by ${text}`)}${when(place!, (text) => ` at ${text}`)}${when(subject!, (text) => ` about ${text}`)}${when(result!, (text) => `: ${text}`)}`,
  ),
  ComplaintLogged: saying(
    ({ complaintId, subject, severity }: ComplaintLogged) => [complaintId, subject, severity],
    ([id, subject, severity]) => `Complained (${String(severity)}): ${String(subject)} (${String(id)})`,
  ),
  ComplaintAcknowledged: saying(({ complaintId }: ComplaintReopened) => [complaintId], ([id]) => `Complaint ${String(id)} acknowledged`),
  ComplaintResolved: saying(
    ({ complaintId, resolution, compensation }: ComplaintResolved) => [complaintId, resolution, compensation?.minor ?? null, compensation?.currency ?? null],
    ([id, resolution, minor, currency]) => `Complaint ${String(id)} resolved: ${String(resolution)}${when(currency!, () => `, ${money(minor!, currency!)} given`)}`,
  ),
  ComplaintReopened: saying(
    ({ complaintId, reason }: ComplaintReopened) => [complaintId, reason],
    ([id, reason]) => `Complaint ${String(id)} reopened: ${String(reason)}`,
  ),
  SatisfactionRecorded: saying(
    ({ metric, score, min, max, about = null }: SatisfactionRecorded) => [metric, score, min, max, about],
    ([metric, score, , most, about]) => `Answered ${String(metric)} with ${String(score)} of ${String(most)}${when(about!, (text) => ` about ${text}`)}`,
  ),
};
