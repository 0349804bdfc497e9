import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

export const objectors = ['customer', 'representative'] as const;
export type Objector = (typeof objectors)[number];

export interface ScoringObjectionRaised {
  readonly objectedBy?: Objector;
  readonly channel?: string;
}

export interface ScoringObjectionWithdrawn {
  readonly channel?: string;
}

/** A decision of the person who sent the command: it occurred when it was recorded. */
export interface ChurnLikelihoodOverridden {
  /** 0 to 1. */
  readonly probability: number;
  /** The last day on which it counts, as `2026-12-31`. */
  readonly expiresOn: string;
}

interface Stated {
  readonly statement?: string;
  readonly note?: string;
}

interface Reasoned {
  readonly reason?: string;
  readonly note?: string;
}

export const scoringObjectionRaised = (at: Occurrence, data: ScoringObjectionRaised, personal?: Stated): NewFact =>
  fact('ScoringObjectionRaised', 1, at, data, personal);

export const scoringObjectionWithdrawn = (at: Occurrence, data: ScoringObjectionWithdrawn, personal?: Stated): NewFact =>
  fact('ScoringObjectionWithdrawn', 1, at, data, personal);

export const churnLikelihoodOverridden = (at: Occurrence, data: ChurnLikelihoodOverridden, personal: Reasoned): NewFact =>
  fact('ChurnLikelihoodOverridden', 1, at, data, personal);

export const churnOverrideWithdrawn = (at: Occurrence, personal?: Reasoned): NewFact => fact('ChurnOverrideWithdrawn', 1, at, {}, personal);
