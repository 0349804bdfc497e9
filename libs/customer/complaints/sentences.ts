import { changes, money, part } from '../sentence.js';
import type {
  ComplaintAcknowledged,
  ComplaintCorrected,
  ComplaintLogged,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintVoided,
  CountedComplaint,
} from './events.js';

export const sayLogged = ({ complaintId, subject, severity }: ComplaintLogged): string => `Complained (${severity}): ${subject} (${complaintId})`;

export const sayAcknowledged = ({ complaintId }: ComplaintAcknowledged): string => `Complaint ${complaintId} acknowledged`;

export const sayResolved = ({ complaintId, resolution, compensation }: ComplaintResolved): string =>
  `Complaint ${complaintId} resolved: ${resolution}${part(', given ', compensation && money(compensation))}`;

export const sayReopened = ({ complaintId, reason }: ComplaintReopened): string => `Complaint ${complaintId} reopened: ${reason}`;

export function sayComplaintCorrected({ complaintId, reason, was, now }: ComplaintCorrected): string {
  const replaced = changes({
    severity: [was.severity, now.severity],
    subject: [was.subject, now.subject],
    product: [was.product, now.product],
    order: [was.orderId, now.orderId],
    channel: [was.channel, now.channel],
    date: [was.occurredAt, now.occurredAt],
    steps: [stepsOf(was), stepsOf(now)],
  });
  return `Complaint ${complaintId} corrected: ${replaced || 'description'} (${reason})`;
}

export const sayComplaintVoided = ({ complaintId, reason, was }: ComplaintVoided): string =>
  `Complaint ${complaintId} of ${was.occurredAt} (${was.subject}) taken back: ${reason}`;

function stepsOf({ steps }: CountedComplaint): string | null {
  const texts = steps.map(
    ({ step, occurredAt, resolution, compensation }) =>
      `${step} ${occurredAt}${part(': ', resolution)}${part(', given ', compensation && money(compensation))}`,
  );
  return texts.length === 0 ? null : texts.join('; ');
}
