import type { Fact } from '../fact.js';
import type { VisitRecorded } from './events.js';

export interface ActivityState {
  visitIds: Set<string> | null;
}

export function noActivity(): ActivityState {
  return { visitIds: null };
}

export function evolveVisit(state: ActivityState, { data }: Fact<VisitRecorded>): void {
  state.visitIds ??= new Set();
  state.visitIds.add(data.visitId);
}
