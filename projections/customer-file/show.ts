import { type MoneyTotal, moneyTotal, type Occurrence, printOccurrence } from '@tenure/customer';
import type { QueryContext, StillSealed } from '@tenure/querying';
import type { StoredDocument } from '@tenure/read-store';
import { isClosed } from '../shared/last-write/closing.js';
import { occurrenceOfStamp } from '../shared/last-write/last-write.js';
import { presentValues, valueIn } from '../shared/last-write/register-list.js';
import { wholeOf } from '../shared/money/limbs.js';
import { countIn, firstIn, lastIn } from '../shared/occurrences/occurrences.js';
import { openPersonal } from '../shared/reading/open-personal.js';
import type { FileDocument } from './document.js';
import { latestSubscriptions, type ShownSubscription } from './subscriptions.js';
import { type ShownEntry, showEntry } from './timeline.js';

export interface ShownTotal {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: MoneyTotal;
  readonly returns: number;
  readonly returned: MoneyTotal;
  readonly net: MoneyTotal;
}

export interface CustomerFile {
  readonly customerId: string;
  readonly revision: number;
  readonly party: string | null;
  readonly status: 'active' | 'closed';
  readonly since: string | null;
  readonly closed: { readonly at: string; readonly reason: string } | null;
  readonly personal: Readonly<Record<string, string | null>>;
  /** Left out when nothing is. */
  readonly sealed?: StillSealed;
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

export const dateOrNull = (date: Occurrence | null): string | null => (date === null ? null : printOccurrence(date));
export const dateOfStamp = (stamp: number): string => printOccurrence(occurrenceOfStamp(stamp));

/** What was bought and given back in one currency. */
export interface ExactTotal {
  readonly currency: string;
  readonly purchases: number;
  readonly spend: bigint;
  readonly returns: number;
  readonly returned: bigint;
}

export function showTotal({ currency, purchases, spend, returns, returned }: ExactTotal): ShownTotal {
  const money = (minor: bigint): MoneyTotal => moneyTotal(minor, currency);
  return { currency, purchases, spend: money(spend), returns, returned: money(returned), net: money(spend - returned) };
}

export const totalsOf = ({ totals }: FileDocument): ShownTotal[] =>
  totals.map(([currency, purchases, spend, returns, returned]) =>
    showTotal({ currency, purchases, spend: wholeOf(spend), returns, returned: wholeOf(returned) }),
  );

export const statusOf = ({ closings }: FileDocument): 'active' | 'closed' => (isClosed(closings) ? 'closed' : 'active');

/** A complaint counts once it was logged, and is open while it was not resolved once more than reopened. */
export function countComplaints({ complaints }: FileDocument): { open: number; resolved: number } {
  const logged = complaints.filter(([, times]) => times > 0);
  const resolved = logged.filter(([, , times]) => times > 0).length;
  return { open: logged.length - resolved, resolved };
}

/** The latest answer per metric, ascending by metric. */
function latestAnswers({ satisfaction: [answers] }: FileDocument): CustomerFile['satisfaction'] {
  const latest = new Map(answers.map((answer) => [answer[1], answer]));
  return [...latest.values()]
    .sort(([, left], [, right]) => (left < right ? -1 : 1))
    .map(([stamp, metric, score, min, max, about]) => ({ metric, score, min, max, about, at: dateOfStamp(stamp) }));
}

/** With its personal fields as they are kept; `openFile` opens them. */
export function showFile({ key, revision, body }: StoredDocument): CustomerFile {
  const file = JSON.parse(body) as FileDocument;
  const status = statusOf(file);
  const active = file.subscriptions.filter(([, , terms]) => valueIn(terms, 'cancelled') === null).length;
  return {
    customerId: key,
    revision,
    party: file.party?.[0] ?? null,
    status,
    since: file.since === null ? null : dateOfStamp(file.since),
    closed: status === 'closed' ? { at: dateOfStamp(file.closed![0]), reason: file.closed![1] } : null,
    personal: presentValues(file.personal),
    attributes: presentValues(file.attributes),
    totals: totalsOf(file),
    firstPurchase: dateOrNull(firstIn(file.purchases)),
    lastPurchase: dateOrNull(lastIn(file.purchases)),
    subscriptions: latestSubscriptions(file.subscriptions, mostSubscriptions),
    subscriptionsActive: active,
    subscriptionsCancelled: file.subscriptions.length - active,
    complaints: countComplaints(file),
    satisfaction: latestAnswers(file),
    visits: { count: countIn(file.visits), last: dateOrNull(lastIn(file.visits)) },
    events: file.events,
    timeline: file.timeline.map(showEntry).reverse(),
  };
}

/** The page for its reader: what stays sealed is not among `personal`. */
export async function openFile(context: QueryContext, file: CustomerFile): Promise<CustomerFile> {
  const [opened] = await openPersonal(context, [{ customerId: file.customerId, fields: file.personal }]);
  const { fields, sealed } = opened!;
  const personal = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return { ...file, personal, ...(sealed !== null && { sealed }) };
}
