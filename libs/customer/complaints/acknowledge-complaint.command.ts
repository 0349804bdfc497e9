import { Describe, IsId } from '@tenure/shape';
import { DatedCommand } from '../command.js';

@Describe('The customer has been told that the complaint is being looked at.')
export class AcknowledgeComplaint extends DatedCommand {
  @IsId()
  @Describe('Which complaint.', 'K-7')
  complaintId!: string;
}
