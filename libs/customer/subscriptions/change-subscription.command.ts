import { Describe, IsDuration, IsId, IsText, Nested } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { Money } from '../money.js';
import { IsQuantity } from '../quantity.js';

@Describe('The terms of an active subscription change; what is left out stays.')
export class ChangeSubscription extends DatedCommand {
  @IsId()
  @Describe('Which subscription.', 'S-42')
  subscriptionId!: string;

  @IsOptional()
  @IsText(128)
  @Describe('The new plan.', 'plus')
  plan?: string | null;

  @IsOptional()
  @Nested(() => Money)
  @Describe('The new price for one interval.', { minor: 1499, currency: 'EUR' })
  price?: Money | null;

  @IsOptional()
  @IsDuration()
  @Describe('The new interval.', 'P1Y')
  interval?: string | null;

  @IsOptional()
  @IsQuantity()
  @Describe('The new quantity.', 3)
  quantity?: number | null;
}
