import { Describe, IsText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { type Objector, objectors } from './events.js';

@Describe('The customer objects to automated scoring (PIPL art. 24, GDPR art. 21 and 22): no score is shown until the objection is withdrawn.')
export class ObjectToScoring extends DatedCommand {
  @IsOptional()
  @IsIn(objectors)
  @Describe('Who objected: the customer, or a representative.', 'customer')
  objectedBy?: Objector | null;

  @IsOptional()
  @IsText(64)
  @Describe('How the objection was received: letter, e-mail, telephone, ...', 'letter')
  channel?: string | null;

  @IsOptional()
  @IsText(2000)
  @Describe('What was said, in free words. Kept with the personal data.', 'does not want to be rated by a program')
  statement?: string | null;
}
