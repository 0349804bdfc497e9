import { Describe, IsText } from '@tenure/shape';
import { DatedCommand } from '../command.js';

@Describe('Ends the relationship: no purchase, subscription or visit is taken until the customer is reopened.')
export class CloseCustomer extends DatedCommand {
  @IsText(500)
  @Describe('Why. Kept with the personal data; the page of the customer shows it.', 'moved abroad')
  reason!: string;
}
