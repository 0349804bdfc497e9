import { enoughToFit, type PurchaseSample } from '@tenure/models';
import type { NotEnoughData } from '../shared/scoring/not-enough-data.js';

/** Why there is no figure in a currency without any purchase; null for a currency with purchases. */
export function nobodyBoughtIn(currency: string, { currencies }: PurchaseSample): NotEnoughData | null {
  if (currencies.some((each) => each.currency === currency)) return null;
  const others = currencies.map((each) => each.currency).join(', ');
  return {
    notEnoughData: `Nobody has bought in ${currency}: ${others === '' ? 'no purchase has been recorded yet.' : `ask in a currency that customers bought in (${others}).`}`,
    needed: { ...enoughToFit },
    there: { customers: 0, repeatPurchaseDays: 0 },
  };
}
