import { Describe, IsId, IsText } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';

@Describe('A meeting or another contact with the customer: what about, with what result, by what channel, where.')
export class RecordVisit extends DatedCommand {
  @IsOptional()
  @IsId()
  @Describe('Your number of the visit; the command id if left out. One visit id is recorded once.', 'V-9')
  visitId?: string | null;

  @IsOptional()
  @IsText(64)
  @Describe('How: in person, telephone, video, ...', 'in-person')
  channel?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('What about. Kept with the personal data.', 'yearly contract')
  subject?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('With what result. Kept with the personal data.', 'wants an offer')
  result?: string | null;

  @IsOptional()
  @IsText(200)
  @Describe('Where. Kept with the personal data.', 'Hamburg office')
  place?: string | null;
}
