import { Describe, IsId, IsText } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { Correction } from '../command.js';

@Describe('Puts a recorded visit right; what is left out stays, null takes a value away.')
export class CorrectVisit extends Correction {
  @IsId()
  @Describe('Which visit: its visit id, or the id of the command that recorded it.', 'V-9')
  visitId!: string;

  @IsOptional()
  @IsText(64)
  @Describe('How it really was.', 'video', { orNull: true })
  channel?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('What it really was about. Kept with the personal data.', 'yearly contract', { orNull: true })
  subject?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('With what result. Kept with the personal data.', 'wants an offer', { orNull: true })
  result?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('Where it really was. Kept with the personal data.', 'Berlin office', { orNull: true })
  place?: string | null;
}
