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
  Occurrence,
} from '@tenure/customer';
import { occurrenceOf } from '@tenure/customer';
import { customerStreams, type Projection } from '@tenure/projecting';
import { compareFacts, keep } from '../shared/counted/counted-facts.js';
import { stampOf } from '../shared/last-write/last-write.js';
import { changeEntry } from '../shared/last-write/register-list.js';
import { contributionsOf } from './contributions.js';
import { type ComplaintsDocument, countedOfLogged, countedOfStep, type Logged, type Step, type StoredComplaint } from './document.js';

export const complaintsProjection: Projection<ComplaintsDocument> = {
  name: 'complaints',
  version: 6,
  of: customerStreams,
  reads: ['ComplaintLogged', 'ComplaintAcknowledged', 'ComplaintResolved', 'ComplaintReopened', 'ComplaintCorrected', 'ComplaintVoided'],
  additive: true,
  initial: () => [],

  evolve(document, event) {
    switch (event.type) {
      case 'ComplaintLogged': {
        const { complaintId, ...logged } = event.data as ComplaintLogged;
        const { subject } = said<ComplaintLoggedPersonal>(event);
        change(document, complaintId, (complaint) => changeLogged(complaint, loggedOf(event, logged, subject), 1));
        break;
      }
      case 'ComplaintAcknowledged': {
        const { complaintId } = event.data as ComplaintAcknowledged;
        change(document, complaintId, (complaint) => changeStep(complaint, stepOf(event, { step: 'acknowledged' }), 1));
        break;
      }
      case 'ComplaintResolved': {
        const { complaintId, ...resolved } = event.data as ComplaintResolved;
        const { resolution } = said<ComplaintResolvedPersonal>(event);
        change(document, complaintId, (complaint) => changeStep(complaint, stepOf(event, { step: 'resolved', ...resolved }, resolution), 1));
        break;
      }
      case 'ComplaintReopened': {
        const { complaintId } = event.data as ComplaintReopened;
        change(document, complaintId, (complaint) => changeStep(complaint, stepOf(event, { step: 'reopened' }), 1));
        break;
      }
      case 'ComplaintCorrected': {
        const { complaintId, was, now } = event.data as ComplaintCorrected;
        const texts = said<ComplaintCorrectedPersonal>(event);
        change(document, complaintId, (complaint) => {
          const resolutions = [...complaint[2]];
          takeBack(complaint, was);
          putRight(complaint, now, texts, resolutions);
        });
        break;
      }
      case 'ComplaintVoided': {
        const { complaintId, was } = event.data as ComplaintVoided;
        change(document, complaintId, (complaint) => takeBack(complaint, was));
        break;
      }
    }
    return document;
  },

  contributions: (document) => document.flatMap(contributionsOf),
};

/** A complaint of which nothing is left leaves no trace. */
function change(document: ComplaintsDocument, complaintId: string, by: (complaint: StoredComplaint) => void): void {
  changeEntry<StoredComplaint>(document, complaintId, () => [complaintId, [], [], [[], []]], by, isNoComplaint);
}

const isNoComplaint = ([, logged, steps, owed]: StoredComplaint): boolean => [logged, steps, ...owed].every((list) => list.length === 0);

function changeLogged([, logged, , [owed]]: StoredComplaint, fact: Logged, by: 1 | -1): void {
  if (by === 1) keep(fact, logged, owed, countedOfLogged);
  else keep(fact, owed, logged, countedOfLogged);
}

function changeStep([, , steps, [, owed]]: StoredComplaint, fact: Step, by: 1 | -1): void {
  if (by === 1) keep(fact, steps, owed, countedOfStep);
  else keep(fact, owed, steps, countedOfStep);
}

function takeBack(complaint: StoredComplaint, was: CountedComplaint): void {
  changeLogged(complaint, loggedOf(occurrenceOf(was.occurredAt), was), -1);
  for (const step of was.steps) changeStep(complaint, stepOf(occurrenceOf(step.occurredAt), step), -1);
}

/** A correction says how the complaint was settled where that stands; earlier resolutions keep what was said of them. */
function putRight(
  complaint: StoredComplaint,
  now: CountedComplaint,
  { subject, resolution }: Partial<ComplaintCorrectedPersonal>,
  before: readonly Step[],
): void {
  changeLogged(complaint, loggedOf(occurrenceOf(now.occurredAt), now, subject), 1);
  const standing = now.steps.findLast(({ step }) => step !== 'acknowledged');
  for (const step of now.steps) {
    const fact = stepOf(occurrenceOf(step.occurredAt), step);
    const same = before.find((one) => compareFacts(one, fact, countedOfStep) === 0);
    const text = step.step !== 'resolved' ? null : step === standing ? (resolution ?? null) : (same?.[3] ?? null);
    changeStep(complaint, [fact[0], fact[1], fact[2], text], 1);
  }
}

/** What is said in free words: sealed, or in clear from a log of before; nothing where it was erased. */
const said = <Personal>({ personal }: { readonly personal?: unknown }): Partial<Personal> => (personal ?? {}) as Partial<Personal>;

function loggedOf(at: Occurrence, { severity, product, orderId, channel }: Omit<ComplaintLogged, 'complaintId'>, subject: string | null = null): Logged {
  return [stampOf('ComplaintLogged', at), severity, product ?? null, orderId ?? null, channel ?? null, subject];
}

const typeOf = { acknowledged: 'ComplaintAcknowledged', resolved: 'ComplaintResolved', reopened: 'ComplaintReopened' } as const;

function stepOf(at: Occurrence, { step, compensation }: Omit<CountedStep, 'occurredAt'>, resolution: string | null = null): Step {
  const stamp = stampOf(typeOf[step], at);
  return [stamp, compensation?.minor ?? 0, compensation?.currency ?? null, resolution];
}
