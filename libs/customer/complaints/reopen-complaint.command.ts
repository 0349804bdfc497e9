import { Describe, IsId, IsText } from '@tenure/shape';
import { DatedCommand } from '../command.js';

@Describe('A resolved complaint was not settled after all.')
export class ReopenComplaint extends DatedCommand {
  @IsId()
  @Describe('Which complaint.', 'K-7')
  complaintId!: string;

  @IsText(500)
  @Describe('Why. Kept with the personal data.', 'the second parcel was late too')
  reason!: string;
}
