import { Describe, IsWholeNumberText } from '@tenure/shape';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../../shared/paging/limit.js';
import { IsDayOrMonth } from '../../shared/query-parameters/day.js';
import { RetentionParameters } from '../parameters.js';

export class CellCustomersParameters extends RetentionParameters {
  @IsOptional()
  @IsDayOrMonth()
  @Describe('The cohort, by its name or by any day in it: 1997-01, or 1997-01-31 (all cohorts that have a number in the period)')
  cohort?: string;

  @IsOptional()
  @IsWholeNumberText(0, 100_000)
  @Describe('The cell, by its period; of a bracket the one that it starts at (the whole cohort)')
  period?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Describe('With by: the cohort of this value, as its link has it; null is "not known" (all groups)')
  group?: string;

  @IsOptional()
  @IsLimit()
  @Describe('Customers on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(3000)
  @Describe('The `next` of the page before')
  cursor?: string;
}
