import type { Parameters } from '../fit.js';
import { seenBy } from '../numerics/seen-by.js';
import type { PurchaseModel } from '../purchases/purchase-model.js';
import { daysPerUnit, type TimeUnit } from '../purchases/statistics.js';
import { complaintsOn } from './complaints-on.js';
import type { CustomerRecord } from './customer-record.js';
import { decayed } from './decayed.js';
import type { Moment } from './moment.js';
import { type RenewalCurves, renewalClass, renewalLogOdds } from './renewal-curves.js';
import { satisfactionOn } from './satisfaction-on.js';

export const hazardModelName = 'hazard';

/** What a reader is told: every term of the predictor belongs to one of these. */
export const hazardFeatures = [
  'recency-against-own-rhythm',
  'frequency',
  'age',
  'recent-purchases',
  'regularity',
  'last-gap',
  'purchase-model',
  'visits',
  'complaints-open',
  'complaints-resolved',
  'complaints-repeated',
  'satisfaction',
  'satisfaction-trend',
  'downgrades',
] as const;
export type HazardFeature = (typeof hazardFeatures)[number];

/** What terms are computed with besides the customer's record. */
export interface TermSetting {
  /** In days. */
  readonly horizon: number;
  readonly curves: RenewalCurves;
  /** A model of purchases whose log-odds are one term; null without one that converged. */
  readonly purchases: { readonly model: PurchaseModel; readonly parameters: Parameters; readonly unit: TimeUnit } | null;
}

export interface Term {
  readonly name: string;
  readonly feature: HazardFeature;
  /** The sign that its coefficient may have: 1 and -1 where a longer silence, which raises (lowers) the term, must not lower the likelihood. */
  readonly sign: 1 | -1 | 0;
  of(record: CustomerRecord, moment: Moment, setting: TermSetting): number;
}

/** Silence over the own mean gap, ln, a day added to both; 0 for one who has bought once. */
const overGap = ({ repeats, silence, gap }: Moment): number => (repeats === 0 ? 0 : Math.log((silence + 1) / (gap + 1)));
const thrice = Math.log(3);

const renewal = ({ repeats, silence, gap }: Moment, { curves, horizon }: TermSetting): number => {
  const unit = repeats === 0 ? 1 : gap;
  return renewalLogOdds(curves.inOwnGaps[renewalClass(repeats)], silence / unit, horizon / unit);
};

const countedRecently =
  (halfLife: number) =>
  ({ purchases }: CustomerRecord, { day, purchases: seen }: Moment): number =>
    Math.log1p(decayed(purchases, seen, day, halfLife));

/** Standard deviation of the gaps between purchases over their mean; null with fewer than two gaps. */
export function variationOfGaps({ purchases }: CustomerRecord, { repeats, gap }: Moment): number | null {
  if (repeats < 2) return null;
  let squares = 0;
  for (let i = 1; i <= repeats; i += 1) squares += (purchases[i]! - purchases[i - 1]! - gap) ** 2;
  return Math.sqrt(squares / repeats) / gap;
}

/** Of random gaps the variation is 1: as much evidence for it as two gaps. */
const priorGaps = 2;

function regularity(record: CustomerRecord, moment: Moment): number {
  const variation = variationOfGaps(record, moment);
  return variation === null ? 1 : (variation * moment.repeats + priorGaps) / (moment.repeats + priorGaps);
}

const lastGap = ({ purchases }: CustomerRecord, { repeats, gap }: Moment): number =>
  repeats < 2 ? 0 : Math.log((purchases[repeats]! - purchases[repeats - 1]! + 1) / (gap + 1));

export function purchaseModelLogOdds(_: CustomerRecord, { repeats, age, silence }: Moment, { purchases, horizon }: TermSetting): number {
  if (purchases === null) return 0;
  const { model, parameters, unit } = purchases;
  const length = daysPerUnit[unit];
  return model.noPurchaseLogOdds(parameters, { x: repeats, tx: (age - silence) / length, T: age / length }, horizon / length);
}

/**
 * The terms of the predictor, after the hazard literature: time since the last event and the number of events, time against the own rhythm
 * with hinges, decayed counts, complaints open and resolved apart and damped by purchases (Knox & van Oest 2014), satisfaction with its
 * trend and absence (Bolton 1998). Recorded coefficients are known by the name of their term: a changed formula gets another name.
 */
export const terms: readonly Term[] = [
  { name: 'silence', feature: 'recency-against-own-rhythm', sign: 1, of: (_, { silence }) => Math.log1p(silence) },
  { name: 'silence-within-gap', feature: 'recency-against-own-rhythm', sign: 1, of: (_, moment) => Math.min(0, overGap(moment)) },
  { name: 'silence-beyond-gap', feature: 'recency-against-own-rhythm', sign: 1, of: (_, moment) => Math.min(thrice, Math.max(0, overGap(moment))) },
  { name: 'silence-beyond-three-gaps', feature: 'recency-against-own-rhythm', sign: 1, of: (_, moment) => Math.max(0, overGap(moment) - thrice) },
  {
    name: 'renewal-in-days',
    feature: 'recency-against-own-rhythm',
    sign: 1,
    of: (_, { silence }, { curves, horizon }) => renewalLogOdds(curves.inDays, silence, horizon),
  },
  { name: 'renewal', feature: 'recency-against-own-rhythm', sign: 1, of: (_, moment, setting) => renewal(moment, setting) },
  {
    name: 'renewal-by-frequency',
    feature: 'recency-against-own-rhythm',
    sign: 1,
    of: (_, moment, setting) => renewal(moment, setting) * Math.log1p(moment.repeats),
  },
  { name: 'frequency', feature: 'frequency', sign: 0, of: (_, { repeats }) => Math.log1p(repeats) },
  { name: 'once', feature: 'frequency', sign: 0, of: (_, { repeats }) => (repeats === 0 ? 1 : 0) },
  { name: 'age', feature: 'age', sign: 0, of: (_, { age }) => Math.log1p(age) },
  { name: 'purchases-30', feature: 'recent-purchases', sign: -1, of: countedRecently(30) },
  { name: 'purchases-90', feature: 'recent-purchases', sign: -1, of: countedRecently(90) },
  { name: 'purchases-365', feature: 'recent-purchases', sign: -1, of: countedRecently(365) },
  { name: 'regularity', feature: 'regularity', sign: 0, of: regularity },
  { name: 'last-gap', feature: 'last-gap', sign: 0, of: lastGap },
  { name: 'purchase-model', feature: 'purchase-model', sign: 1, of: purchaseModelLogOdds },
  { name: 'visits-30', feature: 'visits', sign: 0, of: ({ visits }, { day }) => Math.log1p(decayed(visits, seenBy(visits, day), day, 30)) },
  { name: 'visits-90', feature: 'visits', sign: 0, of: ({ visits }, { day }) => Math.log1p(decayed(visits, seenBy(visits, day), day, 90)) },
  { name: 'complaints-open', feature: 'complaints-open', sign: 0, of: ({ complaints }, { day }) => complaintsOn(complaints, day).open },
  {
    name: 'complaints-open-by-frequency',
    feature: 'complaints-open',
    sign: 0,
    of: ({ complaints }, { day, repeats }) => complaintsOn(complaints, day).open * Math.log1p(repeats),
  },
  { name: 'complaints-resolved', feature: 'complaints-resolved', sign: 0, of: ({ complaints }, { day }) => complaintsOn(complaints, day).resolvedRecently },
  { name: 'complaints-repeated', feature: 'complaints-repeated', sign: 0, of: ({ complaints }, { day }) => complaintsOn(complaints, day).repeated },
  { name: 'satisfaction', feature: 'satisfaction', sign: 0, of: ({ satisfaction }, { day }) => satisfactionOn(satisfaction, day).level },
  { name: 'satisfaction-asked', feature: 'satisfaction', sign: 0, of: ({ satisfaction }, { day }) => Math.min(1, satisfactionOn(satisfaction, day).answers) },
  { name: 'satisfaction-trend', feature: 'satisfaction-trend', sign: 0, of: ({ satisfaction }, { day }) => satisfactionOn(satisfaction, day).trend },
  {
    name: 'downgrades-90',
    feature: 'downgrades',
    sign: 0,
    of: ({ downgrades }, { day }) => Math.log1p(decayed(downgrades, seenBy(downgrades, day), day, 90)),
  },
];
