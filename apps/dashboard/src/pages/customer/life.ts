import type { Schemas } from '@tenure/client/browser';

type LogEvent = Pick<Schemas['CloudEvent'], 'type' | 'time' | 'data'>;
type Money = Schemas['Money'];

export interface Paid {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly amount: Money;
}

export interface Complaint {
  readonly id: string;
  readonly from: string;
  /** Null while it is open. */
  readonly until: string | null;
}

export interface Visit {
  readonly id: string;
  readonly at: string;
}

/** What a customer did, as it counts now: corrections have replaced what they correct, and nothing that was voided is left. */
export interface Life {
  readonly purchases: readonly Paid[];
  readonly returns: readonly Paid[];
  readonly complaints: readonly Complaint[];
  readonly visits: readonly Visit[];
}

/** The fields of events that a life is made of. */
interface Told {
  readonly orderId: string;
  readonly returnId: string;
  readonly complaintId: string;
  readonly visitId: string;
  readonly amount: Money;
  readonly now: { readonly occurredAt: string; readonly amount: Money; readonly steps: readonly { readonly step: string; readonly occurredAt: string }[] };
}

/** `events` in the order of the log. */
export function lifeOf(events: readonly LogEvent[]): Life {
  const purchases = new Map<string, Paid>();
  const returns = new Map<string, Paid>();
  const complaints = new Map<string, Complaint>();
  const visits = new Map<string, Visit>();
  const until = (id: string, end: string | null): void => {
    const complaint = complaints.get(id);
    if (complaint) complaints.set(id, { ...complaint, until: end });
  };
  const parts: Readonly<Record<string, (told: Told, at: string) => void>> = {
    PurchaseRecorded: ({ orderId: id, amount }, at) => purchases.set(id, { id, at, amount }),
    PurchaseCorrected: ({ orderId: id, now }) => purchases.set(id, { id, at: now.occurredAt, amount: now.amount }),
    PurchaseVoided: ({ orderId }) => purchases.delete(orderId),
    PurchaseReturned: ({ returnId: id, amount }, at) => returns.set(id, { id, at, amount }),
    ReturnCorrected: ({ returnId: id, now }) => returns.set(id, { id, at: now.occurredAt, amount: now.amount }),
    ReturnVoided: ({ returnId }) => returns.delete(returnId),
    ComplaintLogged: ({ complaintId: id }, at) => complaints.set(id, { id, from: at, until: null }),
    ComplaintResolved: ({ complaintId }, at) => until(complaintId, at),
    ComplaintReopened: ({ complaintId }) => until(complaintId, null),
    ComplaintCorrected: ({ complaintId: id, now }) => {
      const last = now.steps.findLast(({ step }) => step !== 'acknowledged');
      complaints.set(id, { id, from: now.occurredAt, until: last?.step === 'resolved' ? last.occurredAt : null });
    },
    ComplaintVoided: ({ complaintId }) => complaints.delete(complaintId),
    VisitRecorded: ({ visitId: id }, at) => visits.set(id, { id, at }),
    VisitCorrected: ({ visitId: id, now }) => visits.set(id, { id, at: now.occurredAt }),
    VisitVoided: ({ visitId }) => visits.delete(visitId),
  };
  for (const { type, time, data } of events) parts[type.split('.')[2] ?? '']?.(data as unknown as Told, time);
  return {
    purchases: byTime([...purchases.values()]),
    returns: byTime([...returns.values()]),
    complaints: [...complaints.values()].sort((one, other) => Date.parse(one.from) - Date.parse(other.from)),
    visits: byTime([...visits.values()]),
  };
}

const byTime = <Mark extends { readonly at: string }>(marks: Mark[]): Mark[] => marks.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
