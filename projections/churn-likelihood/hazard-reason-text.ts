import type { CustomerRecord, FeatureContribution, HazardFeature } from '@tenure/models';

type Reason = Omit<FeatureContribution, 'contribution'>;
type Sentence = (value: number, typical: number | null) => string;

/** A sentence for an account manager. `day`: the day in question, since 1970. */
export function hazardReasonText({ feature, value, typical }: Reason, { purchases }: CustomerRecord, day: number): string {
  if (feature === 'recency-against-own-rhythm') return recency(purchases, day);
  return value === null ? unknown[feature] : sentences[feature](value, typical);
}

const times = (count: number): string => (count === 0 ? 'did not come back' : count === 1 ? 'came back once' : `came back ${count} times`);
const number = (count: number): string => (count === 0 ? 'none' : String(count));
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const of = (typical: number | null, told: (typical: number) => string): string => (typical === null ? '' : `; typically ${told(typical)}`);
const complaints = (count: number): string => (count === 1 ? '1 complaint' : `${number(count) === 'none' ? 'no' : count} complaints`);

function recency(purchases: ArrayLike<number>, day: number): string {
  const seen = Array.from(purchases).filter((each) => each <= day);
  const silence = day - seen.at(-1)!;
  if (seen.length === 1) return `bought once, ${days(silence)} ago; no rhythm of its own yet`;
  const gap = Math.round((seen.at(-1)! - seen[0]!) / (seen.length - 1));
  return `last bought ${days(silence)} ago; usually every ${days(gap)}`;
}

const sentences: Readonly<Record<Exclude<HazardFeature, 'recency-against-own-rhythm'>, Sentence>> = {
  frequency: (value, typical) => `${times(value)} after the first purchase${typical === null ? '' : `; a typical customer ${times(typical)}`}`,
  age: (value, typical) => `a customer for ${days(value)}${of(typical, days)}`,
  'recent-purchases': (value, typical) => `${number(value)} of the purchases lie in the last 90 days${of(typical, number)}`,
  regularity: (value, typical) => `gaps between purchases vary by ${percent(value)} of their mean${of(typical, percent)}`,
  'last-gap': (value, typical) => `the last gap was ${value.toFixed(1)} times the usual one${of(typical, (each) => each.toFixed(1))}`,
  'purchase-model': (value, typical) => `by the pattern of purchases alone ${percent(value)} to stay away${of(typical, percent)}`,
  visits: (value, typical) => `visits in the last 90 days: ${number(value)}${of(typical, number)}`,
  'complaints-open': (value) => `${complaints(value)} open`,
  'complaints-resolved': (value) => `${complaints(value)} resolved so far`,
  'complaints-repeated': (value) => (value === 0 ? 'no complaint soon after another' : 'complained again within 90 days'),
  satisfaction: (value, typical) => `satisfaction at ${percent(value)} of the scale${of(typical, percent)}`,
  'satisfaction-trend': (value) => `the last answer lies ${Math.round(Math.abs(100 * value))} points ${value < 0 ? 'below' : 'above'} those before`,
  downgrades: (value) => (value === 0 ? 'no subscription lowered so far' : 'lowered a subscription'),
};

const unknown: Readonly<Record<Exclude<HazardFeature, 'recency-against-own-rhythm'>, string>> = {
  frequency: 'has not bought',
  age: 'has not bought',
  'recent-purchases': 'has not bought',
  regularity: 'bought too seldom to have a rhythm',
  'last-gap': 'bought too seldom to have a usual gap',
  'purchase-model': 'the model of purchases could not be fitted',
  visits: 'no visits are known',
  'complaints-open': 'no complaints are known',
  'complaints-resolved': 'no complaints are known',
  'complaints-repeated': 'no complaints are known',
  satisfaction: 'was never asked how satisfied they are, or did not answer',
  'satisfaction-trend': 'answered less than twice how satisfied they are',
  downgrades: 'no subscription is known',
};
