import type {
  ComplaintAcknowledged,
  ComplaintCorrected,
  ComplaintLogged,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintVoided,
  CountedComplaint,
  CountedStep,
  Occurrence,
} from '@tenure/customer';
import { occurrenceOf } from '@tenure/customer';
import type { Projection } from '@tenure/projecting';
import { keep } from '../shared/counted/counted-facts.js';
import { stampOf } from '../shared/last-write/last-write.js';
import { changeEntry } from '../shared/last-write/register-list.js';
import { latestDayCells } from '../shared/scoring/latest-day.js';
import { complaintCells, latestDayOf, utcDayOf } from './cells.js';
import type { ComplaintsDocument, Logged, Step, StoredComplaint } from './document.js';

export const complaintsProjection: Projection<ComplaintsDocument> = {
  name: 'complaints',
  version: 4,
  additive: true,
  initial: () => [],

  evolve(document, event) {
    switch (event.type) {
      case 'ComplaintLogged': {
        const { complaintId, ...logged } = event.data as ComplaintLogged;
        change(document, complaintId, (complaint) => changeLogged(complaint, loggedOf(event, logged), 1));
        break;
      }
      case 'ComplaintAcknowledged': {
        const { complaintId } = event.data as ComplaintAcknowledged;
        change(document, complaintId, (complaint) => changeStep(complaint, stepOf(event, { step: 'acknowledged' }), 1));
        break;
      }
      case 'ComplaintResolved': {
        const { complaintId, ...resolved } = event.data as ComplaintResolved;
        change(document, complaintId, (complaint) => changeStep(complaint, stepOf(event, { step: 'resolved', ...resolved }), 1));
        break;
      }
      case 'ComplaintReopened': {
        const { complaintId, reason } = event.data as ComplaintReopened;
        change(document, complaintId, (complaint) => changeStep(complaint, stepOf(event, { step: 'reopened', reason }), 1));
        break;
      }
      case 'ComplaintCorrected': {
        const { complaintId, was, now } = event.data as ComplaintCorrected;
        change(document, complaintId, (complaint) => {
          changeWhole(complaint, was, -1);
          changeWhole(complaint, now, 1);
        });
        break;
      }
      case 'ComplaintVoided': {
        const { complaintId, was } = event.data as ComplaintVoided;
        change(document, complaintId, (complaint) => changeWhole(complaint, was, -1));
        break;
      }
    }
    return document;
  },

  /** With the day of the latest step of each complaint (see `latestDayCells`). */
  contributions: (document) =>
    document.flatMap((complaint) => {
      const latest = latestDayOf([complaint], utcDayOf);
      return [...complaintCells(complaint, utcDayOf), ...(latest === null ? [] : latestDayCells(latest))];
    }),
};

/** A complaint of which nothing is left leaves no trace. */
function change(document: ComplaintsDocument, complaintId: string, by: (complaint: StoredComplaint) => void): void {
  changeEntry<StoredComplaint>(document, complaintId, () => [complaintId, [], [], [[], []]], by, isNoComplaint);
}

const isNoComplaint = ([, logged, steps, owed]: StoredComplaint): boolean => [logged, steps, ...owed].every((list) => list.length === 0);

function changeLogged([, logged, , [owed]]: StoredComplaint, fact: Logged, by: 1 | -1): void {
  if (by === 1) keep(fact, logged, owed);
  else keep(fact, owed, logged);
}

function changeStep([, , steps, [, owed]]: StoredComplaint, fact: Step, by: 1 | -1): void {
  if (by === 1) keep(fact, steps, owed);
  else keep(fact, owed, steps);
}

function changeWhole(complaint: StoredComplaint, counted: CountedComplaint, by: 1 | -1): void {
  changeLogged(complaint, loggedOf(occurrenceOf(counted.occurredAt), counted), by);
  for (const step of counted.steps) changeStep(complaint, stepOf(occurrenceOf(step.occurredAt), step), by);
}

function loggedOf(at: Occurrence, { severity, subject, product, orderId, channel }: Omit<ComplaintLogged, 'complaintId'>): Logged {
  return [stampOf('ComplaintLogged', at), severity, subject, product ?? null, orderId ?? null, channel ?? null];
}

const typeOf = { acknowledged: 'ComplaintAcknowledged', resolved: 'ComplaintResolved', reopened: 'ComplaintReopened' } as const;

function stepOf(at: Occurrence, { step, resolution, reason, compensation }: Omit<CountedStep, 'occurredAt'>): Step {
  const stamp = stampOf(typeOf[step], at);
  return [stamp, resolution ?? reason ?? null, compensation?.minor ?? 0, compensation?.currency ?? null];
}
