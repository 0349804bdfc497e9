import { type MoneyTotal, type Occurrence, printOccurrence } from '@tenure/customer';
import type { Row } from '@tenure/querying';
import { type Complaint, type ComplaintStatus, type Severity, timeToResolve } from './complaint.js';

export interface ShownComplaint {
  readonly customerId: string;
  readonly complaintId: string;
  readonly status: ComplaintStatus;
  readonly severity: Severity;
  readonly subject: string;
  readonly product: string | null;
  readonly orderId: string | null;
  readonly channel: string | null;
  readonly openedAt: string;
  readonly acknowledgedAt: string | null;
  readonly resolvedAt: string | null;
  readonly secondsToResolve: number | null;
  readonly resolution: string | null;
  readonly reopened: number;
  readonly compensation: readonly MoneyTotal[];
}

const dateOrNull = (date: Occurrence | null): string | null => (date === null ? null : printOccurrence(date));

export function showComplaint(customerId: string, complaint: Complaint): ShownComplaint {
  const { complaintId, status, severity, subject, product, orderId, channel, openedAt, acknowledgedAt, resolvedAt, resolution, reopened, compensation } =
    complaint;
  return {
    customerId,
    complaintId,
    status,
    severity,
    subject,
    product,
    orderId,
    channel,
    openedAt: printOccurrence(openedAt),
    acknowledgedAt: dateOrNull(acknowledgedAt),
    resolvedAt: dateOrNull(resolvedAt),
    secondsToResolve: resolvedAt === null ? null : timeToResolve(openedAt, resolvedAt).seconds,
    resolution,
    reopened,
    compensation,
  };
}

/** Compensation is given in any currency: its columns come last, so that a new one moves none. */
export const complaintColumns = (currencies: readonly string[]): string[] => [
  'customerId',
  'complaintId',
  'status',
  'severity',
  'subject',
  'product',
  'orderId',
  'channel',
  'openedAt',
  'acknowledgedAt',
  'resolvedAt',
  'secondsToResolve',
  'resolution',
  'reopened',
  ...currencies.map((currency) => `compensationMinor_${currency}`),
];

export function complaintRow({ compensation, ...complaint }: ShownComplaint, currencies: readonly string[]): Row {
  const row: Row = complaint as Omit<ShownComplaint, 'compensation'> & Row;
  for (const each of currencies) row[`compensationMinor_${each}`] = compensation.find(({ currency }) => currency === each)?.minor ?? null;
  return row;
}
