import { formatMoney, Money, severities } from '@tenure/customer';
import { Describe, Nested } from '@tenure/shape';
import { declaredCommand, type Rejection } from '@tenure/streams';
import { IsIn, IsOptional } from 'class-validator';
import { DatedTerm } from './dated-term.js';
import { type CostScope, type CostStated, costOf } from './term-events.js';
import type { TermsRecord } from './terms-record.js';

@Describe('State from a day on what each complaint or visit of a customer costs, or winning the customer: it lessens what the customer has brought.')
export class StateCost extends DatedTerm {
  @IsIn(costOf)
  @Describe('Of what: of each complaint, of each visit, or once of each customer who bought.', 'complaint')
  of!: CostScope['of'];

  @IsOptional()
  @IsIn(severities)
  @Describe('Of complaints of this severity alone; left out: of every severity without a cost of its own.', 'high')
  severity?: CostScope['severity'];

  @Nested(() => Money)
  @Describe('Of each, 0 or more. Values in another currency do not take it off, and say so.', { minor: 2500, currency: 'USD' })
  amount!: Money;
}

export const stateCost = declaredCommand<TermsRecord, StateCost>({
  shape: StateCost,
  summary: 'State what complaints, visits or winning a customer cost, from a day on',
  description: 'Recorded as `CostStated`. One statement about complaints, visits or acquisition replaces another, whatever its currency.',
  senders: ['analyst', 'operator'],
  inOneForm: ({ severity = null, ...rest }) => ({ body: { ...rest, severity } }),
  decide(_record, { from, reason, of, severity = null, amount }) {
    if (severity !== null && of !== 'complaint') return refused('not-of-this-term', `Only complaints have a severity, not ${of}: leave it out.`, '/severity');
    if (amount.minor < 0) return refused('negative-amount', `A cost is 0 or more: ${formatMoney(amount)} would be a gain.`, '/amount/minor');
    const data: CostStated = { from, of, severity, amount, reason };
    return [{ type: 'CostStated', data }];
  },
});

const refused = (code: string, detail: string, pointer: string): Rejection => ({ code, detail, pointer });
