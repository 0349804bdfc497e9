import { Describe, IsId } from '@tenure/shape';
import { TakingBack } from '../command.js';

@Describe('Takes an answer back that never was; its satisfaction id may be recorded again.')
export class VoidSatisfaction extends TakingBack {
  @IsId()
  @Describe('Which answer: its satisfaction id, or the id of the command that recorded it.', 'N-12')
  satisfactionId!: string;
}
