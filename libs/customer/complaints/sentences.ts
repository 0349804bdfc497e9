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

export const sayLogged = ({ complaintId, severity, product }: ComplaintLogged): string =>
  `Complained (${severity})${part(' about ', product)} (${complaintId})`;

export const sayAcknowledged = ({ complaintId }: ComplaintAcknowledged): string => `Complaint ${complaintId} acknowledged`;

export const sayResolved = ({ complaintId, compensation }: ComplaintResolved): string =>
  `Complaint ${complaintId} resolved${part(', given ', compensation && money(compensation))}`;

export const sayReopened = ({ complaintId }: ComplaintReopened): string => `Complaint ${complaintId} reopened`;

export function sayComplaintCorrected({ complaintId, was, now }: ComplaintCorrected): string {
  const replaced = changes({
    severity: [was.severity, now.severity],
    product: [was.product, now.product],
    order: [was.orderId, now.orderId],
    channel: [was.channel, now.channel],
    date: [was.occurredAt, now.occurredAt],
    steps: [stepsOf(was), stepsOf(now)],
  });
  return `Complaint ${complaintId} corrected: ${replaced || 'what was said of it'}`;
}

export const sayComplaintVoided = ({ complaintId, was }: ComplaintVoided): string => `Complaint ${complaintId} of ${was.occurredAt} taken back`;

function stepsOf({ steps }: CountedComplaint): string | null {
  const texts = steps.map(({ step, occurredAt, compensation }) => `${step} ${occurredAt}${part(', given ', compensation && money(compensation))}`);
  return texts.length === 0 ? null : texts.join('; ');
}
