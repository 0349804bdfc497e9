import { Describe, IsText } from '@tenure/shape';
import { DatedCommand } from '../command.js';

@Describe('Takes a closed customer back.')
export class ReopenCustomer extends DatedCommand {
  @IsText(500)
  @Describe('Why.', 'came back')
  reason!: string;
}
