import { Describe, IsNumberText, IsWholeNumberText } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../shared/paging/limit.js';
import { IsCurrencyInAnyCase } from '../shared/query-parameters/currency.js';
import { IsCustomerId } from '../shared/query-parameters/customer-id.js';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsHorizon } from '../shared/query-parameters/duration.js';
import { type PurchaseModelChoice, purchaseModelNames } from '../shared/scoring/purchase-fit.js';

export class ValueParameters {
  @IsOptional()
  @IsHorizon('infinite')
  @Describe('ISO 8601 duration from P1D to P3Y; a year is 365 days; or infinite, with a discountRate above 0 (the one stated for the day, else P3Y)')
  horizon?: string;

  @IsOptional()
  @IsNumberText(0, 1)
  @Describe('Per year, 0 to 1 (the one stated for the day, else 0.1)')
  discountRate?: string;

  @IsOptional()
  @IsNumberText(0, 1)
  @Describe('Share of spend that is kept, of every product, 0 to 1 (the margins stated for the day, else 1)')
  margin?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('The day that values are about (the latest day of any fact that the figure reads). Today at the latest')
  about?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Older name of about', undefined, { deprecated: true })
  asOf?: string;

  @IsOptional()
  @IsCurrencyInAnyCase()
  @Describe('ISO 4217: which spend is valued (the reporting currency if spend in it has a model, else that of most customers with one)')
  currency?: string;

  @IsOptional()
  @IsIn(purchaseModelNames)
  @Describe(`Of purchases: ${purchaseModelNames.join(', ')} (the one promoted last, else the one with the lowest AIC)`)
  model?: PurchaseModelChoice;
}

export class ValueListParameters extends ValueParameters {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Describe('Of the list, totals by cohort (month of the first purchase), by channel or product of the first purchase, or by a customer attribute')
  by?: string;

  @IsOptional()
  @IsCustomerId()
  @Describe('The last customer of the list: with the id that lifetime-value/concentration answers, the list and its total are of those customers')
  downTo?: string;

  @IsOptional()
  @IsLimit()
  @Describe('Customers on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe(
    'The `next` of the page before. It holds the models and the terms fixed: a model that is fitted again meanwhile ends the list (cursor-mismatch), unless its fit was promoted; a customer whose own history changes between two pages may move.',
  )
  cursor?: string;
}

export class CustomerEquityParameters extends ValueParameters {
  @IsOptional()
  @IsWholeNumberText(1, 36)
  @Describe('How many ends of months before the day in question, 1 to 36 (12)')
  months?: string;
}

export class CustomerValueParameters extends ValueParameters {
  @IsCustomerId()
  @Describe('Id of the customer')
  customerId!: string;
}

export class ValueCellParameters extends ValueParameters {
  @IsOptional()
  @IsWholeNumberText(1, 10)
  @Describe('Groups by last purchase day, 1 to 10 (3)')
  recency?: string;

  @IsOptional()
  @IsWholeNumberText(1, 10)
  @Describe('Groups by repeat purchase days, 1 to 10 (3)')
  frequency?: string;

  @IsOptional()
  @IsWholeNumberText(1, 10)
  @Describe('Groups by mean spend per repeat day, 1 to 10 (3)')
  monetary?: string;
}
