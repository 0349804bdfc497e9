import { Describe, IsCurrency, IsDay, IsText, Nested } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { RetentionCampaign } from './retention-campaign.js';

@Describe('What a model is to be fitted on.')
export class FitModelRequest {
  @IsOptional()
  @IsDay()
  @Describe('Purchases up to this day (in the reporting time zone) are looked at; all if left out.', '1997-09-30')
  until?: string | null;

  @IsOptional()
  @IsIn(['day', 'week', 'month'])
  @Describe('The unit that the model counts time in.', 'week')
  unit?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('Which customers; all if left out.', 'first-purchase=1997-01-01..1997-03-31')
  population?: string | null;

  @IsOptional()
  @IsCurrency()
  @Describe('Of a model of spend: the currency to fit; if left out the reporting one, or that of most customers.', 'EUR')
  currency?: string | null;
}

@Describe('Fit a model anew. A fit on everything, in the default unit, is in force unless another is promoted; any other is only tried.')
export class FitModel extends FitModelRequest {
  @IsText(40)
  @Describe('Which model.', 'bg-nbd')
  model!: string;
}

@Describe('Fit a model of purchases on the past, score every customer, and compare with what happened. Changes no score.')
export class BacktestModel {
  @IsText(40)
  @Describe('Which model.', 'mbg-nbd')
  model!: string;

  @IsDay()
  @Describe('Last day that the model is fitted on.', '1997-09-30')
  at!: string;

  @IsOptional()
  @IsText(20)
  @Describe('How far ahead: an ISO 8601 duration of days from P1D to P3Y; P90D if left out.', 'P90D')
  horizon?: string | null;

  @IsOptional()
  @Nested(() => RetentionCampaign)
  @Describe('A campaign to keep customers: what it would have brought, by how many are contacted. Left out: no profit is calculated.')
  campaign?: RetentionCampaign | null;
}
