import { Describe, IsId, IsText, Nested } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { Money } from '../money.js';

@Describe('An open complaint has been settled.')
export class ResolveComplaint extends DatedCommand {
  @IsId()
  @Describe('Which complaint.', 'K-7')
  complaintId!: string;

  @IsText(500)
  @Describe('How it was settled. Kept with the personal data.', 'sent again by express')
  resolution!: string;

  @IsOptional()
  @Nested(() => Money)
  @Describe('What the customer was given for the trouble.', { minor: 500, currency: 'USD' })
  compensation?: Money | null;
}
