import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { formatMoney, type MoneyAmount } from '../money.js';
import { isBefore, printOccurrence } from '../occurrence.js';
import { isRejection, type Rejection, reject } from '../rejection.js';
import type { AcknowledgeComplaint } from './acknowledge-complaint.command.js';
import { complaintAcknowledged, complaintLogged, complaintReopened, complaintResolved } from './events.js';
import { acknowledgementOf, type ComplaintsState, type KnownComplaint, standingResolution } from './evolve.js';
import type { LogComplaint } from './log-complaint.command.js';
import type { ReopenComplaint } from './reopen-complaint.command.js';
import type { ResolveComplaint } from './resolve-complaint.command.js';

/** A complaint is read and corrected as a whole: this bounds its steps. */
const MOST_REOPENINGS = 100;

export function decideLog(complaints: ComplaintsState, command: LogComplaint, moment: Moment): Decision {
  const complaintId = command.complaintId ?? moment.commandId;
  if (complaints.byId?.get(complaintId)) {
    const detail = `Complaint ${complaintId} is logged already: give another complaint a complaintId of its own; change this one with CorrectComplaint, or reopen it with ReopenComplaint.`;
    return reject('complaint-id-used', detail, '/complaintId');
  }
  const { subject, product, orderId, channel, description, note } = command;
  const data = { complaintId, severity: command.severity ?? 'medium', ...given({ product, orderId, channel }) };
  return [complaintLogged(moment, data, { subject, ...given({ description, note }) })];
}

export function decideAcknowledge(state: ComplaintsState, command: AcknowledgeComplaint, moment: Moment): Decision {
  const { complaintId } = command;
  const complaint = openComplaint(state, complaintId, moment);
  if (isRejection(complaint)) return complaint;
  if (acknowledgementOf(complaint)) {
    const detail = `Complaint ${complaintId} is acknowledged already: go on with ResolveComplaint.`;
    return reject('complaint-already-acknowledged', detail, '/complaintId');
  }
  return [complaintAcknowledged(moment, { complaintId }, noted(command.note))];
}

export function decideResolve(state: ComplaintsState, command: ResolveComplaint, moment: Moment): Decision {
  const { complaintId, resolution, compensation } = command;
  const complaint = openComplaint(state, complaintId, moment);
  if (isRejection(complaint)) return complaint;
  const refused = refuseCompensation(compensation);
  if (refused) return refused;
  const paid = compensation ? { minor: compensation.minor, currency: compensation.currency } : null;
  return [complaintResolved(moment, { complaintId, ...given({ compensation: paid }) }, { resolution, ...noted(command.note) })];
}

export function decideReopen(state: ComplaintsState, command: ReopenComplaint, moment: Moment): Decision {
  const { complaintId, reason } = command;
  const complaint = loggedComplaint(state, complaintId, moment);
  if (isRejection(complaint)) return complaint;
  const resolution = standingResolution(complaint);
  if (resolution === null) {
    return reject('complaint-not-resolved', `Complaint ${complaintId} is open: there is nothing to reopen; go on with ResolveComplaint.`, '/complaintId');
  }
  if (isBefore(moment, resolution)) {
    const detail = `Complaint ${complaintId} was resolved at ${printOccurrence(resolution)}: give an occurredAt that is not before it.`;
    return reject('before-resolution', detail, '/occurredAt');
  }
  if (complaint.steps.filter(({ step }) => step === 'reopened').length >= MOST_REOPENINGS) {
    const detail = `Complaint ${complaintId} was reopened ${MOST_REOPENINGS} times: log what is wrong now as a complaint of its own, with LogComplaint.`;
    return reject('complaint-reopened-too-often', detail, '/complaintId');
  }
  return [complaintReopened(moment, { complaintId }, { reason, ...noted(command.note) })];
}

export function knownComplaint({ byId }: ComplaintsState, id: string): KnownComplaint | Rejection {
  const complaint = byId?.get(id);
  if (complaint) return complaint;
  if (complaint === null) {
    const detail = `Complaint ${id} was voided already: there is nothing left of it; log it again with LogComplaint, if it was made after all.`;
    return reject('complaint-voided', detail, '/complaintId');
  }
  return reject('complaint-unknown', `There is no complaint ${id}: log it with LogComplaint, or correct the complaintId.`, '/complaintId');
}

export function refuseCompensation(compensation: MoneyAmount | null | undefined): Rejection | null {
  if (!compensation || compensation.minor >= 0) return null;
  const detail = `A compensation cannot be negative (${formatMoney(compensation)}): give what the customer received without a minus.`;
  return reject('amount-negative', detail, '/compensation/minor');
}

function loggedComplaint(complaints: ComplaintsState, id: string, moment: Moment): KnownComplaint | Rejection {
  const complaint = knownComplaint(complaints, id);
  if (isRejection(complaint)) return complaint;
  if (isBefore(moment, complaint)) {
    return reject('before-complaint', `Complaint ${id} is of ${printOccurrence(complaint)}: give an occurredAt that is not before it.`, '/occurredAt');
  }
  return complaint;
}

function openComplaint(state: ComplaintsState, id: string, moment: Moment): KnownComplaint | Rejection {
  const complaint = loggedComplaint(state, id, moment);
  if (isRejection(complaint)) return complaint;
  const resolution = standingResolution(complaint);
  if (resolution === null) return complaint;
  const detail = `Complaint ${id} was resolved at ${printOccurrence(resolution)}: reopen it with ReopenComplaint first.`;
  return reject('complaint-already-resolved', detail, '/complaintId');
}
