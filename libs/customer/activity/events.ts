import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

export interface VisitRecorded {
  readonly visitId: string;
  readonly channel?: string;
  readonly subject?: string;
  readonly result?: string;
  readonly place?: string;
}

/** A visit as far as figures count it. */
export interface CountedVisit {
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
}

/** What else a correction of a visit gives; null takes it away. */
export interface CorrectedVisit extends CountedVisit {
  readonly channel?: string | null;
  readonly subject?: string | null;
  readonly result?: string | null;
  readonly place?: string | null;
}

/** Occurred at the date of the visit, as corrected. */
export interface VisitCorrected {
  readonly visitId: string;
  readonly reason: string;
  readonly was: CountedVisit;
  readonly now: CorrectedVisit;
}

/** Occurred at the date of the visit. */
export interface VisitVoided {
  readonly visitId: string;
  readonly reason: string;
  readonly was: CountedVisit;
}

interface Noted {
  readonly note?: string;
}

export const visitRecorded = (at: Occurrence, data: VisitRecorded, personal?: Noted): NewFact => fact('VisitRecorded', at, data, personal);

export const visitCorrected = (at: Occurrence, data: VisitCorrected, personal?: Noted): NewFact => fact('VisitCorrected', at, data, personal);

export const visitVoided = (at: Occurrence, data: VisitVoided, personal?: Noted): NewFact => fact('VisitVoided', at, data, personal);
