import type { Schemas } from '@tenure/client/browser';

type Facts = Schemas['ChurnLikelihoodAnswer']['items'][number]['facts'];

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Days between two days with a purchase, on average; null for a customer who bought on one day only. */
export const usualGap = ({ purchases, firstPurchase, lastPurchase }: Facts): number | null =>
  purchases < 2 ? null : Math.round((dayNumber(lastPurchase) - dayNumber(firstPurchase)) / (purchases - 1));
