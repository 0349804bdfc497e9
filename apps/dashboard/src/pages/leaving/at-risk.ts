import type { Schemas } from '@tenure/client/browser';

type ChurnList = Schemas['ChurnLikelihoodAnswer'];

export interface AtRisk {
  /** Customers on the list, over all pages. */
  readonly listed: number;
  /** Of how many who probably still buy. */
  readonly among: number;
  /** Minor units; null without a model of spend. */
  readonly value: { readonly minor: number; readonly currency: string } | null;
}

/** Null while there is no list, because too little is known. The totals of the channels are those of all pages. */
export function atRisk({ customers, leftOut, groups, currency }: Pick<ChurnList, 'customers' | 'leftOut' | 'groups' | 'currency'>): AtRisk | null {
  if (customers === undefined || leftOut === undefined) return null;
  const parts = (groups ?? []).flatMap(({ valueAtRisk }) => (valueAtRisk === null ? [] : [Number(valueAtRisk.minor)]));
  const value = currency === null || parts.length === 0 ? null : { minor: parts.reduce((sum, part) => sum + part, 0), currency };
  return { listed: customers, among: customers + leftOut.lessLikely, value };
}
