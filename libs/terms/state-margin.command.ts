import { Describe, IsCurrency, IsText } from '@tenure/shape';
import { declaredCommand } from '@tenure/streams';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { DatedTerm } from './dated-term.js';
import type { MarginStated } from './term-events.js';
import type { TermsRecord } from './terms-record.js';

@Describe('State the margin from a day on: the share of the price that is kept, of all purchases in a currency or of one product.')
export class StateMargin extends DatedTerm {
  @IsCurrency()
  @Describe('Of purchases in this currency. ISO 4217.', 'USD')
  currency!: string;

  @IsOptional()
  @IsText(200)
  @Describe('Of purchases of this product alone, as purchases name it; left out: of every product without a margin of its own.', 'blue-lamp')
  product?: string | null;

  @IsNumber()
  @Min(0)
  @Max(1)
  @Describe('The share of the price, 0 to 1.', 0.35)
  share!: number;
}

export const stateMargin = declaredCommand<TermsRecord, StateMargin>({
  shape: StateMargin,
  summary: 'State the margin from a day on',
  description:
    'Recorded as `MarginStated`. In force on a day is the statement from the latest day by then; of several from one day, the one recorded last. A product with a margin of its own keeps it when that of the currency is stated again.',
  senders: ['analyst', 'operator'],
  inOneForm: ({ product = null, ...rest }) => ({ body: { ...rest, product } }),
  decide(_record, { from, reason, currency, product = null, share }) {
    const data: MarginStated = { from, currency, product, share, reason };
    return [{ type: 'MarginStated', data }];
  },
});
