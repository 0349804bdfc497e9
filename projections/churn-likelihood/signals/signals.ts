import type { Occurrence } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { occurrenceOfStamp } from '../../shared/last-write/last-write.js';
import { lastsIn, noOccurrences, type Occurrences } from '../../shared/occurrences/occurrences.js';
import { complaintFolds, type DatedComplaint, factsOf } from './complaints.js';
import type { Folds } from './folds.js';
import { type Answers, satisfactionFolds } from './satisfaction.js';
import { type DatedSubscription, subscriptionFolds } from './subscriptions.js';
import { visitFolds } from './visits.js';

/** What tells, besides purchases, whether a customer stays; nothing personal. */
export interface Signals {
  /** Visits. */
  v: Occurrences;
  /** Complaints, ascending by id. */
  k: DatedComplaint[];
  /** Answers to questions about satisfaction. */
  a: Answers;
  /** Subscriptions, ascending by id. */
  s: DatedSubscription[];
}

/** 0 for the many customers of whom only purchases are known. */
export type KeptSignals = 0 | Signals;

const noSignals = (): Signals => ({ v: noOccurrences(), k: [], a: [[], []], s: [] });

const foldsOf = <Part extends keyof Signals>(part: Part, folds: Folds<Signals[Part]>): Folds<Signals> =>
  Object.fromEntries(Object.entries(folds).map(([type, fold]) => [type, (signals: Signals, event: RecordedEvent) => fold(signals[part], event)]));

const folds: Folds<Signals> = {
  ...foldsOf('v', visitFolds),
  ...foldsOf('k', complaintFolds),
  ...foldsOf('a', satisfactionFolds),
  ...foldsOf('s', subscriptionFolds),
};

export const signalTypes: readonly string[] = Object.keys(folds);

export function foldSignal(held: KeptSignals, event: RecordedEvent): KeptSignals {
  const fold = folds[event.type];
  if (fold === undefined) return held;
  const signals = held === 0 ? noSignals() : held;
  fold(signals, event);
  return signals;
}

export function signalOccurrences(held: KeptSignals): Occurrence[] {
  if (held === 0) return [];
  const { v: visits, k: complaints, a: answers, s: subscriptions } = held;
  const stamped = [...answers[0], ...subscriptions.flatMap(([, terms]) => terms)];
  return [...lastsIn(visits), ...complaints.flatMap(factsOf), ...stamped.map(([stamp]) => occurrenceOfStamp(stamp))];
}
