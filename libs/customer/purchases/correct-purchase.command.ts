import { Describe, IsId, IsText, Nested, NestedList } from '@tenure/shape';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional } from 'class-validator';
import { Correction } from '../command.js';
import { Money } from '../money.js';
import { IsQuantity } from '../quantity.js';
import { PurchaseLine } from './record-purchase.command.js';

@Describe('Puts a recorded purchase right; what is left out stays, null takes a value away.')
export class CorrectPurchase extends Correction {
  @IsId()
  @Describe('Which purchase: its order id, or the id of the command that recorded it.', 'A-1001')
  orderId!: string;

  @IsOptional()
  @Nested(() => Money)
  @Describe('The right total. With lines it may be left out: then it is their sum.', { minor: 1077, currency: 'USD' })
  amount?: Money | null;

  @IsOptional()
  @IsText(64)
  @Describe('Where it really was bought.', 'shop', { orNull: true })
  channel?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('What really was bought.', 'red-lamp', { orNull: true })
  product?: string | null;

  @IsOptional()
  @IsQuantity()
  @Describe('How much of it.', 2, { orNull: true })
  quantity?: number | null;

  @IsOptional()
  @NestedList(() => PurchaseLine)
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @Describe('All lines as they are right, in the place of those recorded.', undefined, { orNull: true })
  lines?: PurchaseLine[] | null;
}
