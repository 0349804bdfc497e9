import { Describe, IsId, IsText, Nested } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { Correction } from '../command.js';
import { Money } from '../money.js';

@Describe('Puts a recorded return right; what is left out stays, null takes a value away.')
export class CorrectReturn extends Correction {
  @IsId()
  @Describe('Which return: its return id, or the id of the command that recorded it.', 'R-77')
  returnId!: string;

  @IsOptional()
  @Nested(() => Money)
  @Describe('What really went back to the customer, as a positive amount.', { minor: 1077, currency: 'USD' })
  amount?: Money | null;

  @IsOptional()
  @IsId()
  @Describe('The purchase it really belongs to; null for one from before your records here.', 'A-1002', { orNull: true })
  orderId?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('What really went back.', 'red-lamp', { orNull: true })
  product?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('Why it really went back. Kept with the personal data.', 'too large', { orNull: true })
  returnReason?: string | null;
}
