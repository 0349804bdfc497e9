import { Describe, IsId } from '@tenure/shape';
import { TakingBack } from '../command.js';

@Describe('Takes a return back that never was; its return id may be recorded again.')
export class VoidReturn extends TakingBack {
  @IsId()
  @Describe('Which return: its return id, or the id of the command that recorded it.', 'R-77')
  returnId!: string;
}
