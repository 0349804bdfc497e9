import { Describe, IsId, IsText, IsTime, Nested } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { Correction } from '../command.js';
import { Money } from '../money.js';
import { type Severity, severities } from './events.js';

@Describe('Puts a logged complaint right, also its acknowledgement and its resolution; what is left out stays, null takes a value away.')
export class CorrectComplaint extends Correction {
  @IsId()
  @Describe('Which complaint: its complaint id, or the id of the command that logged it.', 'K-7')
  complaintId!: string;

  @IsOptional()
  @IsText(200)
  @Describe('What it really is about, in a few words. Kept with the personal data.', 'parcel lost')
  subject?: string | null;

  @IsOptional()
  @IsIn(severities)
  @Describe('How bad it really is.', 'critical')
  severity?: Severity | null;

  @IsOptional()
  @IsText(200)
  @Describe('About which product.', 'red-lamp', { orNull: true })
  product?: string | null;

  @IsOptional()
  @IsId()
  @Describe('About which order.', 'A-1002', { orNull: true })
  orderId?: string | null;

  @IsOptional()
  @IsText(64)
  @Describe('How it came in.', 'e-mail', { orNull: true })
  channel?: string | null;

  @IsOptional()
  @IsText(10_000)
  @Describe("The customer's own words, in the place of those recorded. Kept with the personal data.", 'It never came.')
  description?: string | null;

  @IsOptional()
  @IsTime()
  @Describe('When it really was acknowledged; null takes the acknowledgement back.', '2026-03-02', { orNull: true })
  acknowledgedAt?: string | null;

  @IsOptional()
  @IsTime()
  @Describe('When it really was resolved; null takes the last resolution back: then it is open again.', '2026-03-03', { orNull: true })
  resolvedAt?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('How it really was settled. Kept with the personal data.', 'money back')
  resolution?: string | null;

  @IsOptional()
  @Nested(() => Money)
  @Describe('What the customer really was given for the trouble.', { minor: 700, currency: 'USD' }, { orNull: true })
  compensation?: Money | null;
}
