import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

/** `nps`: 0 to 10, would you recommend us; `csat`: 1 to 5, how satisfied; `scale`: any other, with its own ends. */
export const satisfactionMetrics = ['nps', 'csat', 'scale'] as const;
export type SatisfactionMetric = (typeof satisfactionMetrics)[number];

export interface SatisfactionRecorded {
  /** Absent in events of version 0.1.0: there the id of the command names the answer. */
  readonly satisfactionId?: string;
  readonly metric: SatisfactionMetric;
  readonly score: number;
  readonly min: number;
  readonly max: number;
  /** The subject of the question: a survey, an order, a complaint. */
  readonly about?: string;
}

/** An answer as figures count it. */
export interface CountedAnswer {
  /** As it was recorded: a day, or RFC 3339 in UTC. */
  readonly occurredAt: string;
  readonly metric: SatisfactionMetric;
  readonly score: number;
  readonly min: number;
  readonly max: number;
  readonly about?: string;
}

/** Occurred at the date of the answer, as corrected. */
export interface SatisfactionCorrected {
  readonly satisfactionId: string;
  readonly was: CountedAnswer;
  readonly now: CountedAnswer;
}

/** Occurred at the date of the answer. */
export interface SatisfactionVoided {
  readonly satisfactionId: string;
  readonly was: CountedAnswer;
}

export interface SatisfactionRecordedPersonal {
  readonly comment?: string;
  readonly note?: string;
}

/** Why, in free words. */
interface Reasoned {
  readonly reason: string;
  readonly note?: string;
}

export const satisfactionRecorded = (at: Occurrence, data: SatisfactionRecorded, personal?: SatisfactionRecordedPersonal): NewFact =>
  fact('SatisfactionRecorded', 1, at, data, personal);

export const satisfactionCorrected = (at: Occurrence, data: SatisfactionCorrected, personal: Reasoned & SatisfactionRecordedPersonal): NewFact =>
  fact('SatisfactionCorrected', 2, at, data, personal);

export const satisfactionVoided = (at: Occurrence, data: SatisfactionVoided, personal: Reasoned): NewFact => fact('SatisfactionVoided', 2, at, data, personal);
