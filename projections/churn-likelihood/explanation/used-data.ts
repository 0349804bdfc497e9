import { type CustomerRecord, type HazardFeature, hazardModelName } from '@tenure/models';
import type { ChurnScore } from '../scorer.js';
import { type DataKind, dataKinds } from './wording.js';

const kindOf: Readonly<Record<HazardFeature, DataKind>> = {
  'recency-against-own-rhythm': 'purchases',
  frequency: 'purchases',
  age: 'purchases',
  'recent-purchases': 'purchases',
  regularity: 'purchases',
  'last-gap': 'purchases',
  'purchase-model': 'purchases',
  visits: 'visits',
  'complaints-open': 'complaints',
  'complaints-resolved': 'complaints',
  'complaints-repeated': 'complaints',
  satisfaction: 'satisfaction',
  'satisfaction-trend': 'satisfaction',
  downgrades: 'subscriptions',
};

/** Kinds of data of which there are facts about a customer by a day. */
export function kindsOn({ purchases, visits, complaints, satisfaction, downgrades }: CustomerRecord, day: number): DataKind[] {
  const firsts: Readonly<Record<DataKind, number | undefined>> = {
    purchases: purchases[0],
    visits: visits[0],
    complaints: complaints[0]?.logged,
    satisfaction: satisfaction[0]?.day,
    subscriptions: downgrades[0],
  };
  return dataKinds.filter((kind) => (firsts[kind] ?? Infinity) <= day);
}

/**
 * Kinds of data that a score is made of, and the others. Models of purchases know purchases only. The hazard model looks at all, but what is
 * not there is not claimed: a kind counts where the customer has facts of it (`there`), or where having none set them apart.
 */
export function usedData(
  { model, reasons }: ChurnScore,
  there: readonly DataKind[],
): { readonly used: readonly DataKind[]; readonly notUsed: readonly DataKind[] } {
  const looked = model.name === hazardModelName ? [...there, ...reasons.map(({ feature }) => kindOf[feature])] : [];
  const used = dataKinds.filter((kind) => kind === 'purchases' || looked.includes(kind));
  return { used, notUsed: dataKinds.filter((kind) => !used.includes(kind)) };
}
