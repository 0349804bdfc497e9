import { Describe, IsDay, IsText } from '@tenure/shape';
import { CustomerCommand } from '../command.js';
import { IsProbability } from './probability.js';

@Describe('A person states how likely the customer is to leave. It is shown beside the computed likelihood, and replaces an earlier override.')
export class OverrideChurnLikelihood extends CustomerCommand {
  @IsProbability()
  @Describe('The likelihood in the opinion of the person, 0 to 1.', 0.05)
  probability!: number;

  @IsDay()
  @Describe('The last day on which it counts: today at the earliest, 366 days ahead at the latest.', '2026-12-31')
  expiresOn!: string;

  @IsText(2000)
  @Describe('Why, in free words. Kept with the personal data.', 'signed a contract for two years; deliveries begin in May')
  reason!: string;
}
