import type { Decision, Moment } from '../aspect.js';
import { given } from '../fact.js';
import { isBefore, type Occurrence, printOccurrence, readOccurrence } from '../occurrence.js';
import { refuseTime } from '../refuse-time.js';
import { isRejection, nothingChanged, type Rejection, reject } from '../rejection.js';
import type { CorrectComplaint } from './correct-complaint.command.js';
import { knownComplaint, refuseCompensation } from './decide.js';
import { type CountedComplaint, complaintCorrected, complaintVoided } from './events.js';
import type { ComplaintsState } from './evolve.js';
import { acknowledgementOf, type KnownComplaint, type KnownStep, standingResolution } from './evolve.js';
import type { VoidComplaint } from './void-complaint.command.js';

export function decideCorrectComplaint(complaints: ComplaintsState, command: CorrectComplaint, moment: Moment): Decision {
  const { complaintId, reason, description, note } = command;
  const known = knownComplaint(complaints, complaintId);
  if (isRejection(known)) return known;
  const at = command.occurredAt ? moment : known;
  const steps = correctedSteps(command, known, moment);
  if (isRejection(steps)) return steps;
  const early = steps.find((step) => isBefore(step, at));
  if (early) return refuseEarlyStep(complaintId, early, at);
  const corrected: KnownComplaint = {
    ...known,
    ...at,
    severity: command.severity ?? known.severity,
    ...replaced({ product: command.product, orderId: command.orderId, channel: command.channel }),
    steps,
  };
  const was = counted(known);
  const now = counted(corrected);
  const subject = command.subject ?? known.subject;
  const resolution = standingResolution(corrected) ? (command.resolution ?? known.resolution) : undefined;
  const wasSubject = subject === known.subject ? undefined : known.subject;
  const wasResolution = resolution === known.resolution ? undefined : known.resolution;
  const isSaidOtherwise = subject !== known.subject || resolution !== known.resolution || description;
  if (JSON.stringify(now) === JSON.stringify(was) && !isSaidOtherwise) return nothingChanged();
  const texts = given({ subject, resolution, description, wasSubject, wasResolution, note });
  return [complaintCorrected(at, { complaintId, was, now }, { reason, ...texts })];
}

export function decideVoidComplaint(complaints: ComplaintsState, { complaintId, reason, note }: VoidComplaint): Decision {
  const known = knownComplaint(complaints, complaintId);
  if (isRejection(known)) return known;
  const texts = given({ wasSubject: known.subject, wasResolution: known.resolution, note });
  return [complaintVoided(known, { complaintId, was: counted(known) }, { reason, ...texts })];
}

/** The steps with the acknowledgement and the standing resolution corrected; null removes either. */
function correctedSteps(command: CorrectComplaint, known: KnownComplaint, moment: Moment): KnownStep[] | Rejection {
  const { complaintId, acknowledgedAt, resolvedAt, resolution, compensation } = command;
  const acknowledgement = acknowledgementOf(known);
  if (acknowledgedAt !== undefined && !acknowledgement) {
    const detail = `Complaint ${complaintId} is not acknowledged: there is no acknowledgement to put right; record one with AcknowledgeComplaint.`;
    return reject('complaint-not-acknowledged', detail, '/acknowledgedAt');
  }
  const standing = standingResolution(known);
  const resolves = resolvedAt !== undefined || resolution || compensation !== undefined;
  if (resolves && !standing) {
    const pointer = resolvedAt !== undefined ? '/resolvedAt' : resolution ? '/resolution' : '/compensation';
    return reject(
      'complaint-not-resolved',
      `Complaint ${complaintId} is open: there is no resolution to put right; record one with ResolveComplaint.`,
      pointer,
    );
  }
  const acknowledged = dateGiven(acknowledgedAt, 'acknowledgedAt', moment);
  if (acknowledged && isRejection(acknowledged)) return acknowledged;
  const resolved = dateGiven(resolvedAt, 'resolvedAt', moment);
  if (resolved && isRejection(resolved)) return resolved;
  const refused = refuseCompensation(compensation);
  if (refused) return refused;
  return known.steps.flatMap((step) => {
    if (step === acknowledgement) return acknowledgedAt === null ? [] : [{ ...step, ...acknowledged }];
    if (step !== standing) return [step];
    if (resolvedAt === null) return [];
    const paid = compensation && { minor: compensation.minor, currency: compensation.currency };
    return [{ ...step, ...resolved, ...replaced({ compensation: paid }) }];
  });
}

function dateGiven(text: string | null | undefined, field: string, moment: Moment): Occurrence | Rejection | null {
  if (!text) return null;
  const occurrence = readOccurrence(text);
  const refused = refuseTime(occurrence, text, moment, field);
  return refused ?? (occurrence && { precision: undefined, ...occurrence });
}

function refuseEarlyStep(complaintId: string, early: KnownStep, at: Occurrence): Rejection {
  const detail = `Complaint ${complaintId} would be of ${printOccurrence(at)}, after it was ${early.step} (${printOccurrence(early)}): correct the dates together.`;
  return reject('before-complaint', detail, '/occurredAt');
}

/** The fields that the correction sets: null becomes undefined, so that the event leaves it out. */
function replaced<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? undefined])) as { [Name in keyof Fields]?: NonNullable<Fields[Name]> };
}

function counted(complaint: KnownComplaint): CountedComplaint {
  const { severity, product, orderId, channel, steps } = complaint;
  return {
    occurredAt: printOccurrence(complaint),
    severity,
    ...given({ product, orderId, channel }),
    steps: steps.map(({ step, compensation, ...at }) => ({ step, occurredAt: printOccurrence(at), ...given({ compensation }) })),
  };
}
