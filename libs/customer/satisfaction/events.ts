import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

/** `nps`: 0 to 10, would you recommend us; `csat`: 1 to 5, how satisfied; `scale`: any other, with its own ends. */
export const satisfactionMetrics = ['nps', 'csat', 'scale'] as const;
export type SatisfactionMetric = (typeof satisfactionMetrics)[number];

export interface SatisfactionRecorded {
  readonly metric: SatisfactionMetric;
  readonly score: number;
  readonly min: number;
  readonly max: number;
  /** A survey, an order, a complaint: what was asked about. */
  readonly about?: string;
}

export interface SatisfactionRecordedPersonal {
  readonly comment?: string;
  readonly note?: string;
}

export const satisfactionRecorded = (at: Occurrence, data: SatisfactionRecorded, personal?: SatisfactionRecordedPersonal): NewFact =>
  fact('SatisfactionRecorded', at, data, personal);
