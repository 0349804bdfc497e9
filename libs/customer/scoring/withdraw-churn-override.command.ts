import { Describe, IsText } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { CustomerCommand } from '../command.js';

@Describe('Ends the override of the likelihood of leaving before it expires.')
export class WithdrawChurnOverride extends CustomerCommand {
  @IsOptional()
  @IsText(2000)
  @Describe('Why, in free words. Kept with the personal data.', 'the contract was cancelled')
  reason?: string | null;
}
