import type { Fact } from '../fact.js';
import { type Occurrence, occurrenceOf } from '../occurrence.js';
import type {
  ComplaintAcknowledged,
  ComplaintCorrected,
  ComplaintCorrectedPersonal,
  ComplaintLogged,
  ComplaintLoggedPersonal,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintResolvedPersonal,
  ComplaintVoided,
  CountedComplaint,
  CountedStep,
} from './events.js';

export interface KnownStep extends Occurrence, Omit<CountedStep, 'occurredAt'> {}

export interface KnownComplaint extends Occurrence, Omit<CountedComplaint, 'occurredAt' | 'steps'> {
  /** Absent where it cannot be opened. */
  readonly subject?: string | undefined;
  /** The text of the resolution that stands; absent where there is no resolution, or it cannot be opened. */
  resolution?: string | undefined;
  /** In the order in which they were recorded. */
  readonly steps: KnownStep[];
}

export interface ComplaintsState {
  /** By complaint id; null for a complaint that was voided and not logged again. */
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

export function evolveLogged(state: ComplaintsState, { data, personal, occurredAt, precision }: Fact<ComplaintLogged, Partial<ComplaintLoggedPersonal>>): void {
  const { complaintId, ...logged } = data;
  put(state, complaintId, { ...logged, subject: personal?.subject, occurredAt, precision, steps: [] });
}

export function evolveAcknowledged(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintAcknowledged>): void {
  state.byId?.get(data.complaintId)?.steps.push({ step: 'acknowledged', occurredAt, precision });
}

export function evolveResolved(
  state: ComplaintsState,
  { data, personal, occurredAt, precision }: Fact<ComplaintResolved, Partial<ComplaintResolvedPersonal>>,
): void {
  const { complaintId, ...resolved } = data;
  const complaint = state.byId?.get(complaintId);
  if (!complaint) return;
  complaint.steps.push({ step: 'resolved', ...resolved, occurredAt, precision });
  complaint.resolution = personal?.resolution;
}

export function evolveReopened(state: ComplaintsState, { data, occurredAt, precision }: Fact<ComplaintReopened>): void {
  const complaint = state.byId?.get(data.complaintId);
  if (!complaint) return;
  complaint.steps.push({ step: 'reopened', occurredAt, precision });
  complaint.resolution = undefined;
}

export function evolveComplaintCorrected(
  state: ComplaintsState,
  { data: { complaintId, now }, personal }: Fact<ComplaintCorrected, Partial<ComplaintCorrectedPersonal>>,
): void {
  const steps = now.steps.map((step) => ({ ...step, precision: undefined, ...occurrenceOf(step.occurredAt) }));
  put(state, complaintId, {
    ...now,
    precision: undefined,
    ...occurrenceOf(now.occurredAt),
    subject: personal?.subject,
    resolution: personal?.resolution,
    steps,
  });
}

export function evolveComplaintVoided(state: ComplaintsState, { data }: Fact<ComplaintVoided>): void {
  put(state, data.complaintId, null);
}

function put(state: ComplaintsState, complaintId: string, complaint: KnownComplaint | null): void {
  state.byId ??= new Map();
  state.byId.set(complaintId, complaint);
}
