import { Describe, IsText } from '@tenure/shape';
import { CustomerCommand } from '../command.js';

@Describe('Takes a closed customer back.')
export class ReopenCustomer extends CustomerCommand {
  @IsText(500)
  @Describe('Why.', 'came back')
  reason!: string;
}
