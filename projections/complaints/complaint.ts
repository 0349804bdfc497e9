import type { Severity } from '@tenure/customer';
import { ranks, timeOfStamp } from '../last-write/last-write.js';
import type { Money } from '../money/money.js';
import type { Step, StoredComplaint } from './projection.js';

export type { Severity };
export const severities = ['low', 'medium', 'high', 'critical'] as const satisfies readonly Severity[];

export const statuses = ['open', 'acknowledged', 'reopened', 'resolved'] as const;
export type ComplaintStatus = (typeof statuses)[number];

/** A complaint as it stands, read from its steps. Times in milliseconds. */
export interface Complaint {
  readonly complaintId: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly product: string | null;
  readonly orderId: string | null;
  readonly channel: string | null;
  readonly status: ComplaintStatus;
  readonly openedAt: number;
  readonly acknowledgedAt: number | null;
  /** When it was last resolved; null unless it is resolved now. */
  readonly resolvedAt: number | null;
  readonly resolution: string | null;
  readonly reopened: number;
  readonly compensation: readonly Money[];
}

export type StepKind = Exclude<ComplaintStatus, 'open'>;

const kindOfRank: Record<number, StepKind> = {
  [ranks.ComplaintAcknowledged]: 'acknowledged',
  [ranks.ComplaintResolved]: 'resolved',
  [ranks.ComplaintReopened]: 'reopened',
};

export const kindOf = ([stamp]: Step): StepKind => kindOfRank[((stamp % 4) + 4) % 4]!;

/** Null while nothing but steps of it has arrived. */
export function readComplaint([complaintId, logged, steps]: StoredComplaint): Complaint | null {
  if (logged === null) return null;
  const [stamp, severity, subject, product, orderId, channel] = logged;
  let status: ComplaintStatus = 'open';
  let acknowledgedAt: number | null = null;
  let resolvedBy: Step | null = null;
  let reopened = 0;
  for (const step of steps) {
    const kind = kindOf(step);
    if (kind === 'acknowledged') acknowledgedAt ??= timeOfStamp(step[0]);
    if (kind === 'acknowledged' && status === 'resolved') continue; // a late acknowledgement opens nothing
    if (kind === 'reopened') reopened += 1;
    status = kind;
    resolvedBy = kind === 'resolved' ? step : null;
  }
  return {
    complaintId,
    severity: severity as Severity,
    subject,
    product,
    orderId,
    channel,
    status,
    openedAt: timeOfStamp(stamp),
    acknowledgedAt,
    resolvedAt: resolvedBy === null ? null : timeOfStamp(resolvedBy[0]),
    resolution: resolvedBy?.[1] ?? null,
    reopened,
    compensation: compensationOf(steps),
  };
}

function compensationOf(steps: readonly Step[]): Money[] {
  const minorOf = new Map<string, number>();
  for (const [, , minor, currency] of steps) if (currency !== null) minorOf.set(currency, (minorOf.get(currency) ?? 0) + minor);
  return [...minorOf].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currency, minor]) => ({ minor, currency }));
}

/** Upper ends of the classes that times to resolve are counted in, in hours; the last class has none. */
export const resolveClasses = [1, 4, 24, 72, 168, 720] as const;

export function resolveClassOf(seconds: number): number {
  const place = resolveClasses.findIndex((hours) => seconds < hours * 3600);
  return place === -1 ? resolveClasses.length : place;
}
