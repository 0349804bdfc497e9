import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

export interface VisitRecorded {
  readonly visitId: string;
  readonly channel?: string;
  readonly subject?: string;
  readonly result?: string;
  readonly place?: string;
}

export const visitRecorded = (at: Occurrence, data: VisitRecorded, personal?: { readonly note?: string }): NewFact => fact('VisitRecorded', at, data, personal);
