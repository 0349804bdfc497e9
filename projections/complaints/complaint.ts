import { type MoneyTotal, moneyTotal, type Occurrence, rankOf, type Severity } from '@tenure/customer';
import { dayOfTime, secondsPerDay } from '@tenure/time';
import { occurrenceOfStamp, rankOfStamp } from '../shared/last-write/last-write.js';
import { type RegisterList, valueIn } from '../shared/last-write/register-list.js';
import { resolutionAt, type Step, type StoredComplaint, subject } from './document.js';

export const statuses = ['open', 'acknowledged', 'reopened', 'resolved'] as const;
export type ComplaintStatus = (typeof statuses)[number];

/** The current state of a complaint, derived from its steps. */
export interface Complaint {
  readonly complaintId: string;
  readonly severity: Severity;
  /** Sealed, or in clear in an older log; null where it is not known. */
  readonly subject: string | null;
  readonly product: string | null;
  readonly orderId: string | null;
  readonly channel: string | null;
  readonly status: ComplaintStatus;
  readonly openedAt: Occurrence;
  readonly acknowledgedAt: Occurrence | null;
  /** When it was last resolved; null unless it is resolved now. */
  readonly resolvedAt: Occurrence | null;
  readonly resolution: string | null;
  readonly reopened: number;
  readonly compensation: readonly MoneyTotal[];
}

export type StepKind = Exclude<ComplaintStatus, 'open'>;

const kinds: Readonly<Record<number, StepKind>> = Object.fromEntries(
  Object.entries({ acknowledged: 'ComplaintAcknowledged', resolved: 'ComplaintResolved', reopened: 'ComplaintReopened' } as const).map(([kind, type]) => [
    rankOf(type),
    kind as StepKind,
  ]),
);

export const kindOf = ([stamp]: Step): StepKind => kinds[rankOfStamp(stamp)]!;

/**
 * Null while only steps of it have arrived. A complaint is resolved while it was resolved once more than reopened:
 * counting needs no times, which two steps of one day do not have.
 */
export function readComplaint([complaintId, allLogged, steps, , words]: StoredComplaint): Complaint | null {
  const logged = allLogged.at(-1);
  if (logged === undefined) return null;
  const [stamp, severity, product, orderId, channel] = logged;
  const acknowledgement = steps.find((step) => kindOf(step) === 'acknowledged');
  const resolutions = steps.filter((step) => kindOf(step) === 'resolved');
  const reopened = steps.filter((step) => kindOf(step) === 'reopened').length;
  const resolvedBy = resolutions.length > reopened ? resolutions.at(-1) : undefined;
  const lastOpen = steps.findLast((step) => kindOf(step) !== 'resolved');
  return {
    complaintId,
    severity: severity as Severity,
    subject: textIn(words, subject),
    product,
    orderId,
    channel,
    status: resolvedBy ? 'resolved' : lastOpen ? kindOf(lastOpen) : 'open',
    openedAt: occurrenceOfStamp(stamp),
    acknowledgedAt: acknowledgement ? occurrenceOfStamp(acknowledgement[0]) : null,
    resolvedAt: resolvedBy ? occurrenceOfStamp(resolvedBy[0]) : null,
    resolution: resolvedBy ? textIn(words, resolutionAt(resolvedBy)) : null,
    reopened,
    compensation: compensationOf(steps),
  };
}

const textIn = (words: RegisterList, name: string): string | null => valueIn(words, name) as string | null;

function compensationOf(steps: readonly Step[]): MoneyTotal[] {
  const minorOf = new Map<string, bigint>();
  for (const [, minor, currency] of steps) if (currency !== null) minorOf.set(currency, (minorOf.get(currency) ?? 0n) + BigInt(minor));
  return totalsByCurrency(minorOf);
}

/** Ascending by currency. */
export const totalsByCurrency = (minorOf: ReadonlyMap<string, bigint>): MoneyTotal[] =>
  [...minorOf].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currency, minor]) => moneyTotal(minor, currency));

/** Upper ends of the classes for times to resolve, in hours; the last class has none. */
export const resolveClasses = [1, 4, 24, 72, 168, 720] as const;

/** How long resolving took. A day has no time: where either end is a day, days are counted, 0 on the same day. */
export interface TimeToResolve {
  readonly seconds: number;
  readonly inDays: boolean;
}

export function timeToResolve(opened: Occurrence, resolved: Occurrence): TimeToResolve {
  const inDays = opened.precision === 'day' || resolved.precision === 'day';
  const seconds = inDays
    ? (dayOfTime(resolved.occurredAt) - dayOfTime(opened.occurredAt)) * secondsPerDay
    : Math.round((resolved.occurredAt - opened.occurredAt) / 1000);
  return { seconds: Math.max(0, seconds), inDays };
}

/** A duration of 0 days may be anything up to a day, so its class is never one of less than a day. */
export function resolveClassOf({ seconds, inDays }: TimeToResolve): number {
  const place = resolveClasses.findIndex((hours) => seconds < hours * 3600 && (!inDays || hours >= 24));
  return place === -1 ? resolveClasses.length : place;
}
