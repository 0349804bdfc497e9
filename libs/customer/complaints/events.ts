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

export const complaintSteps = ['acknowledged', 'resolved', 'reopened'] as const;

/** A step of a complaint as figures count it. */
export interface CountedStep {
  readonly step: (typeof complaintSteps)[number];
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
  /** Of a resolution. */
  readonly resolution?: string;
  readonly compensation?: MoneyAmount;
  /** Of a reopening. */
  readonly reason?: string;
}

/** A complaint as figures count it, with its steps in the order in which they were recorded. */
export interface CountedComplaint {
  readonly occurredAt: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly product?: string;
  readonly orderId?: string;
  readonly channel?: string;
  readonly steps: readonly CountedStep[];
}

/** Occurred at the date of the complaint, as corrected. */
export interface ComplaintCorrected {
  readonly complaintId: string;
  readonly reason: string;
  readonly was: CountedComplaint;
  readonly now: CountedComplaint;
}

/** Occurred at the date of the complaint. */
export interface ComplaintVoided {
  readonly complaintId: string;
  readonly reason: string;
  readonly was: CountedComplaint;
}

export const complaintLogged = (at: Occurrence, data: ComplaintLogged, personal?: ComplaintLoggedPersonal): NewFact =>
  fact('ComplaintLogged', at, data, personal);

export const complaintAcknowledged = (at: Occurrence, data: ComplaintAcknowledged, personal?: Noted): NewFact =>
  fact('ComplaintAcknowledged', at, data, personal);

export const complaintResolved = (at: Occurrence, data: ComplaintResolved, personal?: Noted): NewFact => fact('ComplaintResolved', at, data, personal);

export const complaintReopened = (at: Occurrence, data: ComplaintReopened, personal?: Noted): NewFact => fact('ComplaintReopened', at, data, personal);

export const complaintCorrected = (at: Occurrence, data: ComplaintCorrected, personal?: ComplaintLoggedPersonal): NewFact =>
  fact('ComplaintCorrected', at, data, personal);

export const complaintVoided = (at: Occurrence, data: ComplaintVoided, personal?: Noted): NewFact => fact('ComplaintVoided', at, data, personal);
