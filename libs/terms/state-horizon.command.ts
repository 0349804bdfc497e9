import { asDecorator, Describe, show } from '@tenure/shape';
import { declaredCommand } from '@tenure/streams';
import { horizonDays } from '@tenure/time';
import { DatedTerm } from './dated-term.js';
import { refusedWithoutDiscount } from './needs-discount.js';
import { proposed } from './proposed.js';
import type { HorizonStated } from './term-events.js';
import type { TermsRecord } from './terms-record.js';

const IsHorizonOfValue = (): PropertyDecorator =>
  asDecorator({
    name: 'isHorizonOfValue',
    code: 'not-a-duration',
    accepts: (value) => typeof value === 'string' && (value === 'infinite' || horizonDays(value) !== null),
    detail: (value) => `must be an ISO 8601 duration from P1D to P3Y, such as P2Y, or infinite; got ${show(value)}`,
    schema: { type: 'string', pattern: '^(P|infinite$)' },
  });

@Describe('State the horizon from a day on: how far ahead the value of a customer looks.')
export class StateHorizon extends DatedTerm {
  @IsHorizonOfValue()
  @Describe('ISO 8601 duration from P1D to P3Y, a year of 365 days; or infinite.', 'P2Y')
  horizon!: string;
}

export const stateHorizon = declaredCommand<TermsRecord, StateHorizon>({
  shape: StateHorizon,
  summary: 'State the horizon of values from a day on',
  description: 'Recorded as `HorizonStated`. Refused where a day would have an infinite horizon and a discount rate of 0.',
  senders: ['analyst', 'operator'],
  decide({ discountRates, horizons }, { from, reason, horizon }) {
    const refused = refusedWithoutDiscount({ discountRates, horizons: [...horizons, proposed(from, horizon)] }, 'horizon');
    if (refused !== null) return refused;
    const data: HorizonStated = { from, horizon, reason };
    return [{ type: 'HorizonStated', data }];
  },
});
