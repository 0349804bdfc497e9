import { Describe, IsId } from '@tenure/shape';
import { TakingBack } from '../command.js';

@Describe('Takes a complaint back that never was, with all its steps; its complaint id may be logged again.')
export class VoidComplaint extends TakingBack {
  @IsId()
  @Describe('Which complaint: its complaint id, or the id of the command that logged it.', 'K-7')
  complaintId!: string;
}
