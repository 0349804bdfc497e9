import type { Occurrence, SubscriptionCancelled, SubscriptionStarted, SubscriptionTerms } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { customerStreams, type Projection } from '@tenure/projecting';
import { dayOfTime, msPerDay } from '@tenure/time';
import { compareFacts } from '../shared/counted/counted-facts.js';
import { stampOf } from '../shared/last-write/last-write.js';
import { changeEntry } from '../shared/last-write/register-list.js';
import { latestFactCells } from '../shared/scoring/latest-fact.js';
import { type RecurringRevenueDocument, type Step, type StepKind, stepKinds } from './document.js';
import { stayCellsOf } from './stay-cells.js';

const kindsByType: Readonly<Record<string, StepKind>> = {
  SubscriptionStarted: stepKinds.started,
  SubscriptionChanged: stepKinds.changed,
  SubscriptionCancelled: stepKinds.ended,
};

/**
 * The prices and intervals of a customer's subscriptions, each with the moment from which it holds. A renewal changes none of them: it is
 * read because it shows how far the facts go.
 * Cells: the latest day of any fact (see `latestFactCells`), and how long customers stayed (see `stayCellsOf`).
 */
export const recurringRevenueProjection: Projection<RecurringRevenueDocument> = {
  name: 'recurring-revenue',
  version: 2,
  of: customerStreams,
  reads: [...Object.keys(kindsByType), 'SubscriptionRenewed'],
  initial: () => ({ s: [], l: [null, null] }),

  evolve(document, event) {
    if (!this.reads.includes(event.type)) return document;
    document.l = later(document.l, event);
    const step = stepOf(event);
    if (step === null) return document;
    const { subscriptionId } = event.data as SubscriptionStarted;
    changeEntry(
      document.s,
      subscriptionId,
      () => [subscriptionId, []],
      ([, steps]) => putStep(steps, step),
    );
    return document;
  },

  contributions(document) {
    const [instant, day] = document.l;
    return [...latestFactCells(occurrencesAt(instant, day)), ...stayCellsOf(document)];
  },
};

/** Null for an event that says nothing of whether the subscription runs and what it costs. */
function stepOf(event: RecordedEvent): Step | null {
  const kind = kindsByType[event.type];
  if (kind === undefined) return null;
  const { price, interval = null, reasonCode } = event.data as Partial<SubscriptionTerms> & Partial<SubscriptionCancelled>;
  const stamp = stampOf(event.type, event);
  if (kind === stepKinds.ended) return [stamp, reasonCode === 'involuntary' ? stepKinds.endedInvoluntarily : kind, null, null, null];
  if (kind === stepKinds.changed && price === undefined && interval === null) return null;
  return [stamp, kind, price?.minor ?? null, price?.currency ?? null, interval];
}

/** Two equal steps say the same as one. */
function putStep(steps: Step[], step: Step): void {
  let place = steps.length;
  while (place > 0 && compareFacts(steps.at(place - 1)!, step) > 0) place -= 1;
  if (place === 0 || compareFacts(steps.at(place - 1)!, step) !== 0) steps.splice(place, 0, step);
}

function later([instant, day]: RecurringRevenueDocument['l'], { occurredAt, precision }: Occurrence): RecurringRevenueDocument['l'] {
  if (precision === 'day') return [instant, Math.max(day ?? -Infinity, dayOfTime(occurredAt))];
  return [Math.max(instant ?? -Infinity, occurredAt / 1000), day];
}

function* occurrencesAt(instant: number | null, day: number | null): Iterable<Occurrence> {
  if (instant !== null) yield { occurredAt: Math.round(instant * 1000) };
  if (day !== null) yield { occurredAt: day * msPerDay, precision: 'day' };
}
