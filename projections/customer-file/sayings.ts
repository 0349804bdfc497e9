import type {
  ComplaintAcknowledged,
  ComplaintLogged,
  ComplaintReopened,
  ComplaintResolved,
  CustomerClosed,
  CustomerRegistered,
  CustomerReopened,
  MoneyAmount,
  PurchaseRecorded,
  PurchaseReturned,
  SatisfactionRecorded,
  SubscriptionCancelled,
  SubscriptionChanged,
  SubscriptionRenewed,
  SubscriptionStarted,
  VisitRecorded,
} from '@tenure/customer';
import { formatMoney } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';

/** What happened, in a sentence for a person; from the facts only, nothing personal. */
export function sayWhatHappened(event: RecordedEvent): string {
  const say = sayings[event.type];
  return say === undefined ? event.type : say(event.data as never);
}

const money = (amount: MoneyAmount): string => formatMoney(amount);
/** A part of a sentence that is there when its fact is. */
const part = (before: string, fact: string | null | undefined): string => (fact ? before + fact : '');

function purchase({ orderId, amount, channel, product, lines }: PurchaseRecorded): string {
  const first = product ?? lines?.[0]?.product;
  const more = lines !== undefined && lines.length > 1 ? ` and ${lines.length - 1} more` : '';
  return `Bought ${first === undefined ? '' : `${first}${more} `}for ${money(amount)}${part(' by ', channel)} (order ${orderId})`;
}

const sayings: Readonly<Record<string, (data: never) => string>> = {
  CustomerRegistered: ({ party }: CustomerRegistered) => `Registered as ${party}`,
  CustomerDetailsChanged: () => 'Details changed',
  CustomerClosed: ({ reason }: CustomerClosed) => `Closed: ${reason}`,
  CustomerReopened: ({ reason }: CustomerReopened) => `Reopened: ${reason}`,
  PurchaseRecorded: purchase,
  PurchaseReturned: ({ orderId, amount, reason }: PurchaseReturned) => `Returned ${money(amount)}${part(' of order ', orderId)}${part(': ', reason)}`,
  SubscriptionStarted: ({ subscriptionId, plan, price, interval }: SubscriptionStarted) =>
    `Subscribed to ${plan} for ${money(price)} every ${interval} (${subscriptionId})`,
  SubscriptionChanged: ({ subscriptionId, plan, price }: SubscriptionChanged) =>
    `Subscription ${subscriptionId} changed${part(' to ', plan)}${part(' for ', price && money(price))}`,
  SubscriptionRenewed: ({ subscriptionId, until }: SubscriptionRenewed) => `Subscription ${subscriptionId} renewed${part(' until ', until)}`,
  SubscriptionCancelled: ({ subscriptionId, reasonCode, reason }: SubscriptionCancelled) =>
    `Subscription ${subscriptionId} cancelled: ${reasonCode}${part(', ', reason)}`,
  VisitRecorded: ({ channel, place, subject, result }: VisitRecorded) =>
    `Visit${part(' by ', channel)}${part(' at ', place)}${part(' about ', subject)}${part(': ', result)}`,
  ComplaintLogged: ({ complaintId, subject, severity }: ComplaintLogged) => `Complained (${severity}): ${subject} (${complaintId})`,
  ComplaintAcknowledged: ({ complaintId }: ComplaintAcknowledged) => `Complaint ${complaintId} acknowledged`,
  ComplaintResolved: ({ complaintId, resolution, compensation }: ComplaintResolved) =>
    `Complaint ${complaintId} resolved: ${resolution}${part(', given ', compensation && money(compensation))}`,
  ComplaintReopened: ({ complaintId, reason }: ComplaintReopened) => `Complaint ${complaintId} reopened: ${reason}`,
  SatisfactionRecorded: ({ metric, score, max, about }: SatisfactionRecorded) => `Answered ${metric} with ${score} of ${max}${part(' about ', about)}`,
};
