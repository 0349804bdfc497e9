import { Describe, IsText } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';

@Describe('The customer withdraws the objection to automated scoring: scores are shown again.')
export class WithdrawScoringObjection extends DatedCommand {
  @IsOptional()
  @IsText(64)
  @Describe('How the withdrawal was received: letter, e-mail, telephone, ...', 'e-mail')
  channel?: string | null;

  @IsOptional()
  @IsText(2000)
  @Describe('What was said, in free words. Kept with the personal data.', 'wants offers again')
  statement?: string | null;
}
