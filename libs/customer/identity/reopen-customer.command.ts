import { Describe, IsText } from '@tenure/shape';
import { DatedCommand } from '../command.js';

@Describe('Takes a closed customer back.')
export class ReopenCustomer extends DatedCommand {
  @IsText(500)
  @Describe('Why. Kept with the personal data.', 'came back')
  reason!: string;
}
