import type { Wording } from './wording.js';

const times = (value: number | null): string => (value === null ? 'not known, for lack of purchases' : `${value.toFixed(1)} times`);
const count = (value: number | null): string => (value === null ? 'not known' : String(Math.round(value)));
const decimal = (value: number | null): string => (value === null ? 'not known, for lack of purchases' : value.toFixed(2));
const share = (value: number | null): string => (value === null ? 'no answer' : `${Math.round(100 * value)} % of the scale`);

/** By feature of a model: see `featureValues` of `@tenure/models` for what the values are. */
export const englishFeatures: Wording['features'] = {
  'recency-against-own-rhythm': { name: 'Time since the last purchase, compared with the usual time between the purchases of the customer', value: times },
  frequency: { name: 'Number of days with a purchase after the first one', value: count },
  age: { name: 'Days since the first purchase', value: count },
  'recent-purchases': { name: 'Days with a purchase within the last 90 days', value: count },
  regularity: { name: 'How much the times between purchases vary, compared with their mean (0: always equal)', value: decimal },
  'last-gap': { name: 'The last time between two purchases, compared with the usual one', value: times },
  'purchase-model': {
    name: 'Probability by a model of the purchases alone',
    value: (value) => (value === null ? 'not known' : `${(100 * value).toFixed(1)} %`),
  },
  visits: { name: 'Visits and other contacts within the last 90 days', value: count },
  'complaints-open': { name: 'Complaints that are open', value: count },
  'complaints-resolved': { name: 'Complaints resolved so far; recent ones count for more', value: count },
  'complaints-repeated': { name: 'Complaints that followed upon another, the recent ones counting more', value: decimal },
  satisfaction: { name: 'Satisfaction by the last answers to surveys', value: share },
  'satisfaction-trend': {
    name: 'Change of satisfaction from answer to answer',
    value: (value) => (value === null ? 'no answer' : `${value > 0 ? '+' : ''}${Math.round(100 * value)} % of the scale`),
  },
  downgrades: { name: 'Changes of a subscription to a lower price or quantity so far; recent ones count for more', value: count },
};
