import type { Rejection } from '@tenure/streams';
import { type TermsRecord, termsInForce } from './terms-record.js';

type Stated = Pick<TermsRecord, 'discountRates' | 'horizons'>;

/**
 * What customers bring without end adds up without end, unless it is discounted: the refusal of a statement that leaves a day with an
 * infinite horizon and a discount rate of 0. Null for one that does not. @param field the field of the command that is at fault
 */
export function refusedWithoutDiscount({ discountRates, horizons }: Stated, field: 'rate' | 'horizon'): Rejection | null {
  const days = [...discountRates, ...horizons].map(({ from }) => from).sort();
  const day = days.find((from) => {
    const { discountRate, horizon } = termsInForce({ margins: [], discountRates, horizons, costs: [] }, from);
    return horizon?.value === 'infinite' && discountRate?.value === 0;
  });
  if (day === undefined) return null;
  const remedy = field === 'rate' ? 'State a horizon with an end first, or a rate above 0.' : 'State a discount rate above 0 first, or a horizon with an end.';
  return {
    code: 'needs-discount',
    detail: `On ${day} the horizon would be infinite and the discount rate 0: such a value has no end. ${remedy}`,
    pointer: `/${field}`,
  };
}
