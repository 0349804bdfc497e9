import type { Fact } from '../fact.js';
import { type Occurrence, occurrenceOf } from '../occurrence.js';
import type { CountedAnswer, SatisfactionCorrected, SatisfactionRecorded, SatisfactionVoided } from './events.js';

export interface KnownAnswer extends Occurrence, Omit<CountedAnswer, 'occurredAt'> {}

export interface SatisfactionState {
  /** By satisfaction id; null for an answer that was voided and not recorded again. */
  answers: Map<string, KnownAnswer | null> | null;
}

export function noSatisfaction(): SatisfactionState {
  return { answers: null };
}

export function evolveSatisfaction(state: SatisfactionState, { data, occurredAt, precision, metadata }: Fact<SatisfactionRecorded>): void {
  const { satisfactionId = metadata?.commandId, ...answer } = data;
  if (satisfactionId !== undefined) put(state, satisfactionId, { ...answer, occurredAt, precision });
}

export function evolveSatisfactionCorrected(state: SatisfactionState, { data: { satisfactionId, now } }: Fact<SatisfactionCorrected>): void {
  put(state, satisfactionId, { ...now, precision: undefined, ...occurrenceOf(now.occurredAt) });
}

export function evolveSatisfactionVoided(state: SatisfactionState, { data }: Fact<SatisfactionVoided>): void {
  put(state, data.satisfactionId, null);
}

function put(state: SatisfactionState, satisfactionId: string, answer: KnownAnswer | null): void {
  state.answers ??= new Map();
  state.answers.set(satisfactionId, answer);
}
