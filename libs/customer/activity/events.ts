import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

export interface VisitRecorded {
  readonly visitId: string;
  readonly channel?: string;
}

/** A visit as figures count it. */
export interface CountedVisit {
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
}

/** The other fields that a correction of a visit sets; null removes one. */
export interface CorrectedVisit extends CountedVisit {
  readonly channel?: string | null;
}

/** Occurred at the date of the visit, as corrected. */
export interface VisitCorrected {
  readonly visitId: string;
  readonly was: CountedVisit;
  readonly now: CorrectedVisit;
}

/** Occurred at the date of the visit. */
export interface VisitVoided {
  readonly visitId: string;
  readonly was: CountedVisit;
}

interface Noted {
  readonly note?: string;
}

export interface VisitRecordedPersonal extends Noted {
  readonly subject?: string;
  readonly result?: string;
  readonly place?: string;
}

/** Why, in free words. */
interface Reasoned extends Noted {
  readonly reason: string;
}

/** The fields that the correction sets; null removes one. */
interface VisitCorrectedPersonal extends Reasoned {
  readonly subject?: string | null;
  readonly result?: string | null;
  readonly place?: string | null;
}

export const visitRecorded = (at: Occurrence, data: VisitRecorded, personal?: VisitRecordedPersonal): NewFact => fact('VisitRecorded', 2, at, data, personal);

export const visitCorrected = (at: Occurrence, data: VisitCorrected, personal: VisitCorrectedPersonal): NewFact =>
  fact('VisitCorrected', 2, at, data, personal);

export const visitVoided = (at: Occurrence, data: VisitVoided, personal: Reasoned): NewFact => fact('VisitVoided', 2, at, data, personal);
