import { type MoneyTotal, type Occurrence, printOccurrence, type Severity } from '@tenure/customer';
import type { QueryContext, Row, StillSealed } from '@tenure/querying';
import { openPersonal, sealedCell } from '../shared/reading/open-personal.js';
import { type Complaint, type ComplaintStatus, timeToResolve } from './complaint.js';

export interface ShownComplaint {
  readonly customerId: string;
  readonly complaintId: string;
  readonly status: ComplaintStatus;
  readonly severity: Severity;
  /** null: it is sealed, or not known. */
  readonly subject: string | null;
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
  /** Present when some text is not shown. */
  readonly sealed?: StillSealed;
}

const dateOrNull = (date: Occurrence | null): string | null => (date === null ? null : printOccurrence(date));

/** With its texts as stored; `openComplaints` opens them. */
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

/** Opens complaints for their reader. */
export async function openComplaints(context: QueryContext, complaints: readonly ShownComplaint[]): Promise<ShownComplaint[]> {
  const opened = await openPersonal(
    context,
    complaints.map(({ customerId, subject, resolution }) => ({ customerId, fields: { subject, resolution } })),
  );
  return complaints.map((complaint, at) => {
    const { fields, sealed } = opened[at]!;
    return { ...complaint, subject: fields['subject'] ?? null, resolution: fields['resolution'] ?? null, ...(sealed !== null && { sealed }) };
  });
}

/** Compensation may be in any currency: its columns come last, so that a new one moves no other column. */
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
  'sealed',
  ...currencies.map((currency) => `compensationMinor_${currency}`),
];

export function complaintRow({ compensation, sealed, ...complaint }: ShownComplaint, currencies: readonly string[]): Row {
  const row: Row = { ...complaint, sealed: sealedCell(sealed) };
  for (const each of currencies) row[`compensationMinor_${each}`] = compensation.find(({ currency }) => currency === each)?.minor ?? null;
  return row;
}
