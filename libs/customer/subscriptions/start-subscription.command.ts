import { Describe, IsDuration, IsId, IsText, Nested } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { Money } from '../money.js';
import { IsQuantity } from '../quantity.js';

@Describe('The customer subscribes to something that renews.')
export class StartSubscription extends DatedCommand {
  @IsOptional()
  @IsId()
  @Describe('Your number of the subscription; the command id if left out. Each start has an id of its own.', 'S-42')
  subscriptionId?: string | null;

  @IsText(128)
  @Describe('The plan.', 'basic')
  plan!: string;

  @Nested(() => Money)
  @Describe('Price for one interval, all of the quantity.', { minor: 999, currency: 'EUR' })
  price!: Money;

  @IsDuration()
  @Describe('How long one paid period is, ISO 8601.', 'P1M')
  interval!: string;

  @IsOptional()
  @IsQuantity()
  @Describe('Seats, lines, boxes, ...; 1 if left out.', 1)
  quantity?: number | null;
}
