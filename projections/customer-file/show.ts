import { type MoneyTotal, moneyTotal, type Occurrence, printOccurrence } from '@tenure/customer';
import type { OpenedPersonal, QueryContext, StillSealed } from '@tenure/querying';
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
  /** `reason` is null where it is sealed. */
  readonly closed: { readonly at: string; readonly reason: string | null } | null;
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

/** The page for its reader: what stays sealed is not among `personal`, nor among what was said. */
export async function openFile(context: QueryContext, file: CustomerFile): Promise<CustomerFile> {
  const { customerId, closed, timeline } = file;
  const kept = [file.personal, { reason: closed?.reason ?? null }, ...timeline.map(({ said }) => said)];
  const [details, closing, ...entries] = await openPersonal(
    context,
    kept.map((fields) => ({ customerId, fields })),
  );
  const sealed = sealedIn([
    [details!, (field) => field],
    [closing!, () => 'closed.reason'],
    ...entries.map((entry): SealedPart => [entry, (field) => `timeline.${field}`]),
  ]);
  return {
    ...file,
    closed: closed && { ...closed, reason: closing!.fields['reason'] ?? null },
    personal: Object.fromEntries(Object.entries(details!.fields).filter(([, value]) => value !== null)),
    timeline: timeline.map((entry, at) => ({ ...entry, said: withoutSealed(entries[at]!) })),
    ...(sealed !== null && { sealed }),
  };
}

type SealedPart = readonly [part: OpenedPersonal, nameOf: (field: string) => string];

/** What stays sealed of one customer, each field named once. */
function sealedIn(parts: readonly SealedPart[]): StillSealed | null {
  const found = parts.flatMap(([{ sealed }, nameOf]) => (sealed === null ? [] : [{ fields: sealed.fields.map(nameOf), reason: sealed.reason }]));
  return found.length === 0 ? null : { fields: [...new Set(found.flatMap(({ fields }) => fields))], reason: found[0]!.reason };
}

const withoutSealed = ({ fields, sealed }: OpenedPersonal): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !sealed?.fields.includes(field)));
