import { fact, type NewFact } from '../fact.js';
import type { MoneyAmount } from '../money.js';
import type { Occurrence } from '../occurrence.js';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export interface ComplaintLogged {
  readonly complaintId: string;
  readonly severity: Severity;
  readonly product?: string;
  readonly orderId?: string;
  readonly channel?: string;
}

interface Noted {
  readonly note?: string;
}

export interface ComplaintLoggedPersonal extends Noted {
  /** The topic, in a few words. */
  readonly subject: string;
  /** In the customer's own words. */
  readonly description?: string;
}

export interface ComplaintAcknowledged {
  readonly complaintId: string;
}

export interface ComplaintResolved {
  readonly complaintId: string;
  readonly compensation?: MoneyAmount;
}

export interface ComplaintResolvedPersonal extends Noted {
  readonly resolution: string;
}

export interface ComplaintReopened {
  readonly complaintId: string;
}

/** Why, in free words. */
interface Reasoned extends Noted {
  readonly reason: string;
}

export const complaintSteps = ['acknowledged', 'resolved', 'reopened'] as const;

/** A step of a complaint as figures count it. */
export interface CountedStep {
  readonly step: (typeof complaintSteps)[number];
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
  /** For a resolution. */
  readonly compensation?: MoneyAmount;
}

/** A complaint as figures count it, with its steps in the order in which they were recorded. */
export interface CountedComplaint {
  readonly occurredAt: string;
  readonly severity: Severity;
  readonly product?: string;
  readonly orderId?: string;
  readonly channel?: string;
  readonly steps: readonly CountedStep[];
}

/** Occurred at the date of the complaint, as corrected. */
export interface ComplaintCorrected {
  readonly complaintId: string;
  readonly was: CountedComplaint;
  readonly now: CountedComplaint;
}

/** Texts of a complaint before it was corrected or voided; of the resolution that stood. */
interface WasSaid {
  readonly wasSubject?: string;
  readonly wasResolution?: string;
}

/** All texts of the complaint after the correction, changed or not; the earlier text only where it differs. */
export interface ComplaintCorrectedPersonal extends Reasoned, WasSaid {
  readonly subject?: string;
  /** The text of the resolution that stands. */
  readonly resolution?: string;
  readonly description?: string;
}

/** Occurred at the date of the complaint. */
export interface ComplaintVoided {
  readonly complaintId: string;
  readonly was: CountedComplaint;
}

export interface ComplaintVoidedPersonal extends Reasoned, WasSaid {}

export const complaintLogged = (at: Occurrence, data: ComplaintLogged, personal: ComplaintLoggedPersonal): NewFact =>
  fact('ComplaintLogged', 2, at, data, personal);

export const complaintAcknowledged = (at: Occurrence, data: ComplaintAcknowledged, personal?: Noted): NewFact =>
  fact('ComplaintAcknowledged', 1, at, data, personal);

export const complaintResolved = (at: Occurrence, data: ComplaintResolved, personal: ComplaintResolvedPersonal): NewFact =>
  fact('ComplaintResolved', 2, at, data, personal);

export const complaintReopened = (at: Occurrence, data: ComplaintReopened, personal: Reasoned): NewFact => fact('ComplaintReopened', 2, at, data, personal);

export const complaintCorrected = (at: Occurrence, data: ComplaintCorrected, personal: ComplaintCorrectedPersonal): NewFact =>
  fact('ComplaintCorrected', 2, at, data, personal);

export const complaintVoided = (at: Occurrence, data: ComplaintVoided, personal: ComplaintVoidedPersonal): NewFact =>
  fact('ComplaintVoided', 2, at, data, personal);
