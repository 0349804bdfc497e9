import { fact, type NewFact } from '../fact.js';
import type { MoneyAmount } from '../money.js';
import type { Occurrence } from '../occurrence.js';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export interface ComplaintLogged {
  readonly complaintId: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly product?: string;
  readonly orderId?: string;
  readonly channel?: string;
}

interface Noted {
  readonly note?: string;
}

export interface ComplaintLoggedPersonal extends Noted {
  /** In the customer's own words, so it may name people. */
  readonly description?: string;
}

export interface ComplaintAcknowledged {
  readonly complaintId: string;
}

export interface ComplaintResolved {
  readonly complaintId: string;
  readonly resolution: string;
  readonly compensation?: MoneyAmount;
}

export interface ComplaintReopened {
  readonly complaintId: string;
  readonly reason: string;
}

export const complaintLogged = (at: Occurrence, data: ComplaintLogged, personal?: ComplaintLoggedPersonal): NewFact =>
  fact('ComplaintLogged', at, data, personal);

export const complaintAcknowledged = (at: Occurrence, data: ComplaintAcknowledged, personal?: Noted): NewFact =>
  fact('ComplaintAcknowledged', at, data, personal);

export const complaintResolved = (at: Occurrence, data: ComplaintResolved, personal?: Noted): NewFact => fact('ComplaintResolved', at, data, personal);

export const complaintReopened = (at: Occurrence, data: ComplaintReopened, personal?: Noted): NewFact => fact('ComplaintReopened', at, data, personal);
