import type { Fact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';
import type { ChurnLikelihoodOverridden } from './events.js';

export interface ScoringState {
  /** The date of the objection in force; null without one. */
  objection: Occurrence | null;
  /** The last day of the override that was not withdrawn; null without one. */
  overrideExpiresOn: string | null;
}

export function neverObjected(): ScoringState {
  return { objection: null, overrideExpiresOn: null };
}

export function evolveObjectionRaised(state: ScoringState, { occurredAt, precision }: Fact): void {
  state.objection = { occurredAt, precision };
}

export function evolveObjectionWithdrawn(state: ScoringState): void {
  state.objection = null;
}

export function evolveOverridden(state: ScoringState, { data }: Fact<ChurnLikelihoodOverridden>): void {
  state.overrideExpiresOn = data.expiresOn;
}

export function evolveOverrideWithdrawn(state: ScoringState): void {
  state.overrideExpiresOn = null;
}
