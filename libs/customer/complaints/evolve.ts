import type { Fact } from '../fact.js';
import { type Occurrence, occurrenceOf } from '../occurrence.js';
import type {
  ComplaintAcknowledged,
  ComplaintCorrected,
  ComplaintLogged,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintVoided,
  CountedComplaint,
  CountedStep,
} from './events.js';

export interface KnownStep extends Occurrence, Omit<CountedStep, 'occurredAt'> {}

export interface KnownComplaint extends Occurrence, Omit<CountedComplaint, 'occurredAt' | 'steps'> {
  /** In the order in which they were recorded. */
  readonly steps: KnownStep[];
}

export interface ComplaintsState {
  /** By complaint id; null of a complaint that was voided and not logged again. */
  byId: Map<string, KnownComplaint | null> | null;
}

export function noComplaints(): ComplaintsState {
  return { byId: null };
}

/** The resolution that stands; null while the complaint is open. */
export function standingResolution({ steps }: KnownComplaint): KnownStep | null {
  const last = steps.findLast(({ step }) => step !== 'acknowledged');
  return last?.step === 'resolved' ? last : null;
}

export const acknowledgementOf = ({ steps }: KnownComplaint): KnownStep | null => steps.find(({ step }) => step === 'acknowledged') ?? null;

export function evolveLogged(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintLogged>): void {
  const { complaintId, ...logged } = data;
  put(state, complaintId, { ...logged, occurredAt, precision, steps: [] });
}

export function evolveAcknowledged(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintAcknowledged>): void {
  state.byId?.get(data.complaintId)?.steps.push({ step: 'acknowledged', occurredAt, precision });
}

export function evolveResolved(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintResolved>): void {
  const { complaintId, ...resolved } = data;
  state.byId?.get(complaintId)?.steps.push({ step: 'resolved', ...resolved, occurredAt, precision });
}

export function evolveReopened(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintReopened>): void {
  const { complaintId, reason } = data;
  state.byId?.get(complaintId)?.steps.push({ step: 'reopened', reason, occurredAt, precision });
}

export function evolveComplaintCorrected(state: ComplaintsState, { data: { complaintId, now } }: Fact<ComplaintCorrected>): void {
  const steps = now.steps.map((step) => ({ ...step, precision: undefined, ...occurrenceOf(step.occurredAt) }));
  put(state, complaintId, { ...now, precision: undefined, ...occurrenceOf(now.occurredAt), steps });
}

export function evolveComplaintVoided(state: ComplaintsState, { data }: Fact<ComplaintVoided>): void {
  put(state, data.complaintId, null);
}

function put(state: ComplaintsState, complaintId: string, complaint: KnownComplaint | null): void {
  state.byId ??= new Map();
  state.byId.set(complaintId, complaint);
}
