import type { Fact } from '../fact.js';
import type { ComplaintAcknowledged, ComplaintLogged, ComplaintReopened, ComplaintResolved } from './events.js';

export interface KnownComplaint {
  readonly loggedAt: number;
  acknowledged: boolean;
  /** null while it is open. */
  resolvedAt: number | null;
}

export interface ComplaintsState {
  byId: Map<string, KnownComplaint> | null;
}

export function noComplaints(): ComplaintsState {
  return { byId: null };
}

export function evolveLogged(state: ComplaintsState, { data, occurredAt }: Fact<ComplaintLogged>): void {
  state.byId ??= new Map();
  state.byId.set(data.complaintId, { loggedAt: occurredAt, acknowledged: false, resolvedAt: null });
}

export function evolveAcknowledged(state: ComplaintsState, { data }: Fact<ComplaintAcknowledged>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (complaint) complaint.acknowledged = true;
}

export function evolveResolved(state: ComplaintsState, { data, occurredAt }: Fact<ComplaintResolved>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (complaint) complaint.resolvedAt = occurredAt;
}

export function evolveReopened(state: ComplaintsState, { data }: Fact<ComplaintReopened>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (complaint) complaint.resolvedAt = null;
}
