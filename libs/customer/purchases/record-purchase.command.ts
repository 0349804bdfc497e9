import { Describe, IsId, IsText, Nested, NestedList } from '@tenure/shape';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { Money } from '../money.js';
import { IsQuantity } from '../quantity.js';

@Describe('One line of a purchase.')
export class PurchaseLine {
  @IsText(200)
  @Describe('What was bought.', 'blue-lamp')
  product!: string;

  @IsQuantity()
  @Describe('How much of it: pieces, litres, ...', 2)
  quantity!: number;

  @Nested(() => Money)
  @Describe('Amount of the whole line, not of one piece.', { minor: 1177, currency: 'USD' })
  amount!: Money;
}

@Describe('A purchase, as a total, as lines, or both.')
export class RecordPurchase extends DatedCommand {
  @IsOptional()
  @Nested(() => Money)
  @Describe('Total. May be left out when there are lines: then it is their sum.', { minor: 1177, currency: 'USD' })
  amount?: Money | null;

  @IsOptional()
  @IsId()
  @Describe('Your number of the order; the command id if left out. One order id is recorded once.', 'A-1001')
  orderId?: string | null;

  @IsOptional()
  @IsText(64)
  @Describe('Where it was bought.', 'web')
  channel?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('What was bought, where lines would be too much.', 'blue-lamp')
  product?: string | null;

  @IsOptional()
  @IsQuantity()
  @Describe('How much of it.', 1)
  quantity?: number | null;

  @IsOptional()
  @NestedList(() => PurchaseLine)
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @Describe('What was bought, line by line, in one currency.')
  lines?: PurchaseLine[] | null;
}
