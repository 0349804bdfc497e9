import { roundHalfEven } from '../shared/money/money.js';
import type { ValueDocument } from './document.js';
import { type KnownBy, keptOrders } from './spend.js';
import type { TermsOnDay } from './terms-on-day.js';

/** The margin of a customer's own purchases in one currency. */
export interface OwnMargin {
  /** Of all of them together, weighted by what is left of each after returns: what future purchases are reckoned with. */
  readonly share: number;
  /** What is left of the purchases with a margin, in minor units; null where all have the same. */
  readonly keptAt: ReadonlyMap<number, bigint> | null;
}

/**
 * Where no product has a margin of its own, that of the currency. Otherwise each purchase has that of its product, the first line's
 * where it has lines. Without anything left after returns, the margin of the currency.
 */
export function ownMargin(
  document: ValueDocument,
  currency: string,
  known: KnownBy,
  { margin, productMargins }: Pick<TermsOnDay, 'margin' | 'productMargins'>,
): OwnMargin {
  if (productMargins.size === 0) return { share: margin, keptAt: null };
  const keptAt = new Map<number, bigint>();
  let weight = 0;
  let weighted = 0;
  for (const { order, kept } of keptOrders(document, currency, known).paid) {
    const product = order[5];
    const share = (product === null ? undefined : productMargins.get(product)) ?? margin;
    keptAt.set(share, (keptAt.get(share) ?? 0n) + BigInt(kept));
    weight += Math.max(0, kept);
    weighted += Math.max(0, kept) * share;
  }
  if (keptAt.size === 1) return { share: [...keptAt.keys()][0]!, keptAt: null };
  return { share: weight === 0 ? margin : weighted / weight, keptAt };
}

/**
 * What purchases have earned, in minor units: what is left of each x its margin. What was returned and belongs to no purchase takes
 * off at the customer's own margin of all. Beyond 2^53 minor units, a share of an amount is that of the nearest double.
 *
 * @param net what was paid less what was returned
 */
export function earned(net: bigint, { share, keptAt }: OwnMargin): bigint {
  if (keptAt === null) return share === 1 ? net : rounded(Number(net) * share);
  let total = 0;
  let untied = -net;
  for (const [each, kept] of keptAt) {
    total += Number(kept) * each;
    untied += kept;
  }
  return rounded(total - Number(untied) * share);
}

const rounded = (minor: number): bigint => BigInt(roundHalfEven(minor));
