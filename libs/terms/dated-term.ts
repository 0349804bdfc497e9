import { Describe, IsDay, IsText } from '@tenure/shape';

/** What every command on terms says. */
export class DatedTerm {
  @IsText(40)
  @Describe('The figure that the terms are of.', 'lifetime-value')
  figure!: string;

  @IsText(500)
  @Describe('Why, in clear: name nobody.', 'as the accounts of 2025 say')
  reason!: string;

  @IsDay()
  @Describe('The first day on which it holds; it may lie in the past or in the future.', '2026-01-01')
  from!: string;
}
