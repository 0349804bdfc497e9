import { Describe } from '@tenure/shape';
import { declaredCommand } from '@tenure/streams';
import { IsNumber, Max, Min } from 'class-validator';
import { DatedTerm } from './dated-term.js';
import { refusedWithoutDiscount } from './needs-discount.js';
import { proposed } from './proposed.js';
import type { DiscountRateStated } from './term-events.js';
import type { TermsRecord } from './terms-record.js';

@Describe('State the discount rate from a day on: by how much money of a year later is worth less.')
export class StateDiscountRate extends DatedTerm {
  @IsNumber()
  @Min(0)
  @Max(1)
  @Describe('Per year, 0 to 1.', 0.12)
  rate!: number;
}

export const stateDiscountRate = declaredCommand<TermsRecord, StateDiscountRate>({
  shape: StateDiscountRate,
  summary: 'State the discount rate from a day on',
  description: 'Recorded as `DiscountRateStated`. Refused where a day would have an infinite horizon and a rate of 0.',
  senders: ['analyst', 'operator'],
  decide({ discountRates, horizons }, { from, reason, rate }) {
    const refused = refusedWithoutDiscount({ discountRates: [...discountRates, proposed(from, rate)], horizons }, 'rate');
    if (refused !== null) return refused;
    const data: DiscountRateStated = { from, rate, reason };
    return [{ type: 'DiscountRateStated', data }];
  },
});
