import type { Schemas } from '@tenure/client/browser';
import { dayNumber, usualGap } from './usual-gap.js';

export type Score = Schemas['ChurnLikelihoodAnswer']['items'][number];
export type Reason = Score['reasons'][number];

/** What the sentence of a reason is made of. */
export interface ReasonFacts {
  readonly value: number;
  readonly typical: number | null;
  /** Days since the last purchase. */
  readonly silence: number;
  /** Days between purchases, on average; null for one who bought on one day. */
  readonly gap: number | null;
  /** Of the scale, without sign. */
  readonly points: number;
  readonly direction: 'above' | 'below';
}

/**
 * Null where the value of the feature is not known.
 * Models of purchases give an age in their own unit of time (days, weeks or months): it is told in days, which the facts have.
 */
export function reasonFacts({ feature, value, typical }: Reason, { facts, about }: Pick<Score, 'facts' | 'about'>): ReasonFacts | null {
  if (value === null && feature !== 'recency-against-own-rhythm') return null;
  const known = value ?? 0;
  const told = {
    value: known,
    typical,
    silence: facts.daysSinceLastPurchase,
    gap: usualGap(facts),
    points: Math.round(Math.abs(100 * known)),
    direction: known < 0 ? 'below' : 'above',
  } as const;
  if (feature !== 'age') return told;
  const age = dayNumber(about) - dayNumber(facts.firstPurchase);
  return { ...told, value: age, typical: typical === null || known === 0 ? null : Math.round((typical * age) / known) };
}
