import { Describe, IsWholeNumberText } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../../shared/paging/limit.js';
import { causes } from './observed.js';
import { SurvivalParameters } from './parameters.js';

export const outcomes = [...causes['second-purchase'], ...causes.subscriptions, 'censored'] as const;
export const outcomeFilters = ['event', ...outcomes] as const;
export type OutcomeFilter = (typeof outcomeFilters)[number];

export class SurvivalCustomersParameters extends SurvivalParameters {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  @Describe('With by: the curve of this value, as its link has it; null is "not known" (all curves)')
  group?: string;

  @IsOptional()
  @IsWholeNumberText(0, 100_000)
  @Describe('The row of the curve: who is at risk in it; with outcome, whose observation ends in it (all rows)')
  period?: string;

  @IsOptional()
  @IsIn(outcomeFilters)
  @Describe('How the observation ended: event for any cause, boughtAgain, voluntary, involuntary or censored (all)')
  outcome?: OutcomeFilter;

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
