import { Describe, IsId, IsTime, Nested } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { Money } from '../money.js';

@Describe('An active subscription goes on for another period.')
export class RenewSubscription extends DatedCommand {
  @IsId()
  @Describe('Which subscription.', 'S-42')
  subscriptionId!: string;

  @IsOptional()
  @Nested(() => Money)
  @Describe('What was paid, if known.', { minor: 999, currency: 'EUR' })
  amount?: Money | null;

  @IsOptional()
  @IsTime()
  @Describe('Until when it is paid, RFC 3339.', '2026-04-01T00:00:00Z')
  until?: string | null;
}
