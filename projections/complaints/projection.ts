import type { ComplaintAcknowledged, ComplaintLogged, ComplaintReopened, ComplaintResolved } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { Projection } from '@tenure/projecting';
import { dayOfTime } from '@tenure/time';
import { isLater, stampOf } from '../last-write/last-write.js';
import { placeOf } from '../last-write/register-list.js';
import { latestDayCells } from '../scoring/latest-day.js';
import { complaintCells, latestStepOf, utcMonthOfTime } from './cells.js';

/** How it was logged, with the stamp of that fact. */
export type Logged = [stamp: number, severity: string, subject: string, product: string | null, orderId: string | null, channel: string | null];
/** What was done about it; the stamp tells when, and which of acknowledged, resolved and reopened it was. */
export type Step = [stamp: number, text: string | null, compensationMinor: number, currency: string | null];
/** A step may arrive before the fact that it is a step of: then nothing is logged yet, and nothing is counted. */
export type StoredComplaint = [complaintId: string, logged: Logged | null, steps: Step[]];

/** Complaints of one customer, ascending by id; their steps in order of time. */
export type ComplaintsDocument = StoredComplaint[];

export const complaintsProjection: Projection<ComplaintsDocument> = {
  name: 'complaints',
  version: 2,
  initial: () => [],

  evolve(document, event) {
    switch (event.type) {
      case 'ComplaintLogged': {
        const { complaintId, severity, subject, product = null, orderId = null, channel = null } = event.data as ComplaintLogged;
        const complaint = complaintIn(document, complaintId);
        const logged: Logged = [stampOf(event), severity, subject, product, orderId, channel];
        if (complaint[1] === null || isLater(logged[0], logged, complaint[1][0], complaint[1])) complaint[1] = logged;
        break;
      }
      case 'ComplaintAcknowledged':
        addStep(document, event, (event.data as ComplaintAcknowledged).complaintId, null);
        break;
      case 'ComplaintResolved': {
        const { complaintId, resolution, compensation } = event.data as ComplaintResolved;
        addStep(document, event, complaintId, resolution, compensation);
        break;
      }
      case 'ComplaintReopened': {
        const { complaintId, reason } = event.data as ComplaintReopened;
        addStep(document, event, complaintId, reason);
        break;
      }
    }
    return document;
  },

  contributions(document) {
    const latest = latestStepOf(document);
    const latestDay = latest === null ? [] : latestDayCells(dayOfTime(latest));
    return [...document.flatMap((complaint) => complaintCells(complaint, utcMonthOfTime)), ...latestDay];
  },
};

function complaintIn(document: ComplaintsDocument, complaintId: string): StoredComplaint {
  const place = placeOf(document, complaintId);
  if (document[place]?.[0] !== complaintId) document.splice(place, 0, [complaintId, null, []]);
  return document[place]!;
}

function addStep(
  document: ComplaintsDocument,
  event: RecordedEvent,
  complaintId: string,
  text: string | null,
  compensation?: { minor: number; currency: string },
): void {
  const steps = complaintIn(document, complaintId)[2];
  const step: Step = [stampOf(event), text, compensation?.minor ?? 0, compensation?.currency ?? null];
  let place = steps.length;
  while (place > 0 && isLater(steps[place - 1]![0], steps[place - 1], step[0], step)) place -= 1;
  steps.splice(place, 0, step);
}
