import { Describe, IsId } from '@tenure/shape';
import { CustomerCommand } from '../command.js';

@Describe('The customer has been told that the complaint is being looked at.')
export class AcknowledgeComplaint extends CustomerCommand {
  @IsId()
  @Describe('Which complaint.', 'K-7')
  complaintId!: string;
}
