import { Describe, IsId, IsText, Nested } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { Money } from '../money.js';

@Describe('Goods or money that went back: all or part of a purchase.')
export class RecordReturn extends DatedCommand {
  @Nested(() => Money)
  @Describe('What went back to the customer, as a positive amount.', { minor: 1177, currency: 'USD' })
  amount!: Money;

  @IsOptional()
  @IsId()
  @Describe('The purchase it belongs to; leave it out only for a purchase from before your records here.', 'A-1001')
  orderId?: string | null;

  @IsOptional()
  @IsId()
  @Describe('Your number of the return; the command id if left out. One return id is recorded once.', 'R-77')
  returnId?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('What went back, called as the purchase calls it.', 'blue-lamp')
  product?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('Why it went back. Kept with the personal data.', 'too small')
  reason?: string | null;
}
