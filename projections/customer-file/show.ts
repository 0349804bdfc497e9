import type { StoredDocument } from '@tenure/read-store';
import { timeName } from '@tenure/time';
import { isClosed } from '../last-write/closing.js';
import { ranks, timeOfStamp } from '../last-write/last-write.js';
import { presentValues, valueIn } from '../last-write/register-list.js';
import type { Money } from '../money/money.js';
import type { CurrencyTotal, FileDocument } from './document.js';
import { latestSubscriptions, type ShownSubscription } from './subscriptions.js';
import { type ShownEntry, showEntry } from './timeline.js';

export interface ShownTotal {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: Money;
  readonly returns: number;
  readonly returned: Money;
  readonly net: Money;
}

export interface CustomerFile {
  readonly customerId: string;
  readonly revision: number;
  readonly party: string | null;
  readonly status: 'active' | 'closed';
  readonly since: string | null;
  readonly closed: { readonly at: string; readonly reason: string } | null;
  readonly personal: Readonly<Record<string, string | null>>;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly totals: readonly ShownTotal[];
  readonly firstPurchase: string | null;
  readonly lastPurchase: string | null;
  readonly subscriptions: readonly ShownSubscription[];
  readonly subscriptionsActive: number;
  readonly subscriptionsCancelled: number;
  readonly complaints: { readonly open: number; readonly resolved: number };
  readonly satisfaction: ReadonlyArray<{
    readonly metric: string;
    readonly score: number;
    readonly min: number;
    readonly max: number;
    readonly about: string | null;
    readonly at: string;
  }>;
  readonly visits: { readonly count: number; readonly last: string | null };
  readonly events: number;
  /** Latest first. */
  readonly timeline: readonly ShownEntry[];
}

const mostSubscriptions = 20;

const timeOrNull = (time: number | null): string | null => (time === null ? null : timeName(time));

export function showTotal([currency, purchases, spend, returns, returned]: CurrencyTotal): ShownTotal {
  const money = (minor: number): Money => ({ minor, currency });
  return { currency, purchases, spend: money(spend), returns, returned: money(returned), net: money(spend - returned) };
}

export const statusOf = ({ closing }: FileDocument): 'active' | 'closed' => (isClosed(closing?.[0] ?? null) ? 'closed' : 'active');

export function openComplaints({ complaints }: FileDocument): number {
  return complaints.filter(([, stamp]) => ((stamp % 4) + 4) % 4 !== ranks.ComplaintResolved).length;
}

export function showFile({ key, revision, body }: StoredDocument): CustomerFile {
  const file = JSON.parse(body) as FileDocument;
  const status = statusOf(file);
  const open = openComplaints(file);
  const active = file.subscriptions.filter(([, , terms]) => valueIn(terms, 'cancelled') === null).length;
  return {
    customerId: key,
    revision,
    party: file.party?.[0] ?? null,
    status,
    since: timeOrNull(file.since),
    closed: status === 'closed' ? { at: timeName(timeOfStamp(file.closing![0])), reason: file.closing![1] } : null,
    personal: presentValues(file.personal),
    attributes: presentValues(file.attributes),
    totals: file.totals.map(showTotal),
    firstPurchase: timeOrNull(file.firstPurchase),
    lastPurchase: timeOrNull(file.lastPurchase),
    subscriptions: latestSubscriptions(file.subscriptions, mostSubscriptions),
    subscriptionsActive: active,
    subscriptionsCancelled: file.subscriptions.length - active,
    complaints: { open, resolved: file.complaints.length - open },
    satisfaction: file.satisfaction.map(([metric, [score, min, max, about], stamp]) => ({ metric, score, min, max, about, at: timeName(timeOfStamp(stamp)) })),
    visits: { count: file.visits, last: timeOrNull(file.lastVisit) },
    events: file.events,
    timeline: file.timeline.map(showEntry).reverse(),
  };
}
