import type { Fact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';
import type { ComplaintAcknowledged, ComplaintLogged, ComplaintReopened, ComplaintResolved } from './events.js';

export interface KnownComplaint {
  readonly logged: Occurrence;
  acknowledged: boolean;
  /** null while it is open. */
  resolved: Occurrence | null;
}

export interface ComplaintsState {
  byId: Map<string, KnownComplaint> | null;
}

export function noComplaints(): ComplaintsState {
  return { byId: null };
}

export function evolveLogged(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintLogged>): void {
  state.byId ??= new Map();
  state.byId.set(data.complaintId, { logged: { occurredAt, precision }, acknowledged: false, resolved: null });
}

export function evolveAcknowledged(state: ComplaintsState, { data }: Fact<ComplaintAcknowledged>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (complaint) complaint.acknowledged = true;
}

export function evolveResolved(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintResolved>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (complaint) complaint.resolved = { occurredAt, precision };
}

export function evolveReopened(state: ComplaintsState, { data }: Fact<ComplaintReopened>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (complaint) complaint.resolved = null;
}
