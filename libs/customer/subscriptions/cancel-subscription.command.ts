import { Describe, IsId, IsText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { type CancelReasonCode, cancelReasonCodes } from './events.js';

@Describe('A subscription ends. A later one is started under an id of its own.')
export class CancelSubscription extends DatedCommand {
  @IsId()
  @Describe('Which subscription.', 'S-42')
  subscriptionId!: string;

  @IsIn(cancelReasonCodes)
  @Describe('Main cause, after Keaveney (1995).', 'pricing')
  reasonCode!: CancelReasonCode;

  @IsOptional()
  @IsText(500)
  @Describe('The cause in words. Kept with the personal data.', 'found it cheaper')
  reason?: string | null;
}
