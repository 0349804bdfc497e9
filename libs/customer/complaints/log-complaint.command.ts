import { Describe, IsId, IsText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { type Severity, severities } from './events.js';

@Describe('The customer complains.')
export class LogComplaint extends DatedCommand {
  @IsOptional()
  @IsId()
  @Describe('Your number of the complaint; the command id if left out. One complaint id is logged once.', 'K-7')
  complaintId?: string | null;

  @IsText(200)
  @Describe('What about, in a few words. Kept with the personal data.', 'late delivery')
  subject!: string;

  @IsOptional()
  @IsIn(severities)
  @Describe('How bad; medium if left out.', 'high')
  severity?: Severity | null;

  @IsOptional()
  @IsText(200)
  @Describe('About which product.', 'blue-lamp')
  product?: string | null;

  @IsOptional()
  @IsId()
  @Describe('About which order.', 'A-1001')
  orderId?: string | null;

  @IsOptional()
  @IsText(64)
  @Describe('How it came in.', 'telephone')
  channel?: string | null;

  @IsOptional()
  @IsText(10_000)
  @Describe("The customer's own words. Kept with the personal data.", 'It came a week late and nobody called.')
  description?: string | null;
}
