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
import type { RecordedEvent } from '@tenure/event-log';
import { customerStreams, type Projection } from '@tenure/projecting';
import { keep } from '../shared/counted/counted-facts.js';
import { stampOf } from '../shared/last-write/last-write.js';
import { changeEntry, write } from '../shared/last-write/register-list.js';
import { contributionsOf } from './contributions.js';
import { type ComplaintsDocument, type Logged, resolutionAt, type Step, type StoredComplaint, subject } from './document.js';

export const complaintsProjection: Projection<ComplaintsDocument> = {
  name: 'complaints',
  version: 8,
  of: customerStreams,
  reads: ['ComplaintLogged', 'ComplaintAcknowledged', 'ComplaintResolved', 'ComplaintReopened', 'ComplaintCorrected', 'ComplaintVoided'],
  additive: true,
  initial: () => [],

  evolve(document, event) {
    switch (event.type) {
      case 'ComplaintLogged': {
        const { complaintId, ...logged } = event.data as ComplaintLogged;
        const { subject: text } = said<ComplaintLoggedPersonal>(event);
        change(document, complaintId, (complaint) => {
          changeLogged(complaint, loggedOf(event, logged), 1);
          say(complaint, event, subject, text);
        });
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
        change(document, complaintId, (complaint) => {
          const step = stepOf(event, { step: 'resolved', ...resolved });
          changeStep(complaint, step, 1);
          say(complaint, event, resolutionAt(step), resolution);
        });
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
        const standing = now.steps.findLast(({ step }) => step !== 'acknowledged');
        change(document, complaintId, (complaint) => {
          count(complaint, was, -1);
          count(complaint, now, 1);
          say(complaint, event, subject, texts.subject);
          if (standing?.step === 'resolved') say(complaint, event, resolutionIn(standing), texts.resolution);
        });
        break;
      }
      case 'ComplaintVoided': {
        const { complaintId, was } = event.data as ComplaintVoided;
        change(document, complaintId, (complaint) => {
          count(complaint, was, -1);
          say(complaint, event, subject, null);
          for (const step of was.steps) if (step.step === 'resolved') say(complaint, event, resolutionIn(step), null);
        });
        break;
      }
    }
    return document;
  },

  contributions: (document) => document.flatMap(contributionsOf),
};

function change(document: ComplaintsDocument, complaintId: string, by: (complaint: StoredComplaint) => void): void {
  changeEntry<StoredComplaint>(document, complaintId, () => [complaintId, [], [], [[], []], []], by, isNoComplaint);
}

const isNoComplaint = ([, logged, steps, owed, words]: StoredComplaint): boolean => [logged, steps, ...owed, words].every((list) => list.length === 0);

function changeLogged([, logged, , [owed]]: StoredComplaint, fact: Logged, by: 1 | -1): void {
  if (by === 1) keep(fact, logged, owed);
  else keep(fact, owed, logged);
}

function changeStep([, , steps, [, owed]]: StoredComplaint, fact: Step, by: 1 | -1): void {
  if (by === 1) keep(fact, steps, owed);
  else keep(fact, owed, steps);
}

/** Adds a complaint to the sums, or removes it. */
function count(complaint: StoredComplaint, counted: CountedComplaint, by: 1 | -1): void {
  changeLogged(complaint, loggedOf(occurrenceOf(counted.occurredAt), counted), by);
  for (const step of counted.steps) changeStep(complaint, stepOf(occurrenceOf(step.occurredAt), step), by);
}

const resolutionIn = (step: CountedStep): string => resolutionAt(stepOf(occurrenceOf(step.occurredAt), step));

/** Texts that an event does not have stay as they were. */
function say([, , , , words]: StoredComplaint, { revision }: RecordedEvent, name: string, text: string | null | undefined): void {
  if (text !== undefined) write(words, name, text, revision);
}

/** The free texts of an event: sealed, or in clear in an older log; empty where they were erased. */
const said = <Personal>({ personal }: { readonly personal?: unknown }): Partial<Personal> => (personal ?? {}) as Partial<Personal>;

function loggedOf(at: Occurrence, { severity, product, orderId, channel }: Omit<ComplaintLogged, 'complaintId'>): Logged {
  return [stampOf('ComplaintLogged', at), severity, product ?? null, orderId ?? null, channel ?? null];
}

const typeOf = { acknowledged: 'ComplaintAcknowledged', resolved: 'ComplaintResolved', reopened: 'ComplaintReopened' } as const;

function stepOf(at: Occurrence, { step, compensation }: Omit<CountedStep, 'occurredAt'>): Step {
  return [stampOf(typeOf[step], at), compensation?.minor ?? 0, compensation?.currency ?? null];
}
