import { Describe, IsId } from '@tenure/shape';
import { TakingBack } from '../command.js';

@Describe('Takes a visit back that never was; its visit id may be recorded again.')
export class VoidVisit extends TakingBack {
  @IsId()
  @Describe('Which visit: its visit id, or the id of the command that recorded it.', 'V-9')
  visitId!: string;
}
