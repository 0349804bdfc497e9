import { hazardModelName } from '@tenure/models';
import { Describe, IsNumberText } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../shared/paging/limit.js';
import { IsCurrencyInAnyCase } from '../shared/query-parameters/currency.js';
import { IsCustomerId } from '../shared/query-parameters/customer-id.js';
import { IsDayOrMonth } from '../shared/query-parameters/day.js';
import { IsHorizon } from '../shared/query-parameters/duration.js';
import { purchaseModelNames } from '../shared/scoring/purchase-fit.js';
import { type Order, orders } from './orders.js';

const churnModelNames = [...purchaseModelNames, hazardModelName] as const;
export type ChurnModelChoice = (typeof churnModelNames)[number];

export class ChurnParameters {
  @IsOptional()
  @IsHorizon()
  @Describe('ISO 8601 duration from P1D to P3Y; a year is 365 days (P90D)')
  horizon?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe(
    'The day that scores are about (the latest day of any fact that the figure reads, so that an old data set does not look as if all had left). Today at the latest',
  )
  about?: string;

  @IsOptional()
  @IsDayOrMonth()
  @Describe('Older name of about', undefined, { deprecated: true })
  asOf?: string;

  @IsOptional()
  @IsIn(churnModelNames)
  @Describe(
    `${churnModelNames.join(', ')} (the one promoted last; else hazard where it told later outcomes better than the model of purchases, else the model of purchases with the lowest AIC)`,
  )
  model?: ChurnModelChoice;
}

export class ChurnListParameters extends ChurnParameters {
  @IsOptional()
  @IsIn(orders)
  @Describe('value-at-risk, or probability (value-at-risk; probability while there is no model of spend, and noValueAtRisk says what is missing)')
  order?: Order;

  @IsOptional()
  @IsCurrencyInAnyCase()
  @Describe(
    'ISO 4217: of the values. When given, only customers who had bought in it are listed (the reporting currency if spend in it has a model, else that of most customers with one)',
  )
  currency?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Describe('Totals by channel or product of the first purchase, or by a customer attribute')
  by?: string;

  @IsOptional()
  @IsNumberText(0, 1)
  @Describe('Leave out customers who are less probably still active, 0 to 1 (0.5; 0 when order=probability is asked for)')
  minActive?: string;

  @IsOptional()
  @IsNumberText(0, 1)
  @Describe('List only customers at least so likely to leave, 0 to 1 (0)')
  minProbability?: string;

  @IsOptional()
  @IsLimit()
  @Describe('Customers on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe(
    'The `next` of the page before. It holds the models, the order, the currency, the day and the horizon fixed: a model that is fitted again meanwhile ends the list (cursor-mismatch), unless its fit was promoted; a customer whose own history changes between two pages may move.',
  )
  cursor?: string;
}

export class CustomerChurnParameters extends ChurnParameters {
  @IsCustomerId()
  @Describe('Id of the customer')
  customerId!: string;
}
