import type { Fact } from '../fact.js';
import { type Occurrence, occurrenceOf } from '../occurrence.js';
import type { VisitCorrected, VisitRecorded, VisitVoided } from './events.js';

export interface ActivityState {
  /** By visit id; null for a visit that was voided and not recorded again. */
  visits: Map<string, Occurrence | null> | null;
}

export function noActivity(): ActivityState {
  return { visits: null };
}

export function evolveVisit(state: ActivityState, { data, occurredAt, precision }: Fact<VisitRecorded>): void {
  put(state, data.visitId, { occurredAt, precision });
}

export function evolveVisitCorrected(state: ActivityState, { data: { visitId, now } }: Fact<VisitCorrected>): void {
  put(state, visitId, occurrenceOf(now.occurredAt));
}

export function evolveVisitVoided(state: ActivityState, { data }: Fact<VisitVoided>): void {
  put(state, data.visitId, null);
}

function put(state: ActivityState, visitId: string, visit: Occurrence | null): void {
  state.visits ??= new Map();
  state.visits.set(visitId, visit);
}
