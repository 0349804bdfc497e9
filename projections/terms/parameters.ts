import { Describe } from '@tenure/shape';
import { figuresWithTerms } from '@tenure/terms';
import { IsIn, IsOptional } from 'class-validator';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';

export class TermsHistoryParameters {
  @IsOptional()
  @IsIn(figuresWithTerms)
  @Describe('Of which figure (lifetime-value)')
  figure?: (typeof figuresWithTerms)[number];
}

export class TermsParameters extends TermsHistoryParameters {
  @IsOptional()
  @IsDayOrMonth()
  @Describe('The day on which they are in force (today); it may lie in the future')
  about?: string;
}
