import { MODEL_NAMES, type ModelName } from '@tenure/fitting';
import { Describe } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../shared/paging/limit.js';
import { IsCurrencyInAnyCase } from '../shared/query-parameters/currency.js';
import { type FitState, fitStates } from './fit-state.js';

export class ModelFitListParameters {
  @IsOptional()
  @IsIn(MODEL_NAMES)
  @Describe('nbd, bg-nbd, mbg-nbd, pareto-nbd or gamma-gamma')
  model?: ModelName;

  @IsOptional()
  @IsIn(fitStates)
  @Describe('in-force, replaced, tried or unusable')
  state?: FitState;

  @IsOptional()
  @IsCurrencyInAnyCase()
  @Describe('Of a model of spend: fits in this currency. ISO 4217')
  currency?: string;

  @IsOptional()
  @IsLimit()
  @Describe('Fits on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe('The `next` of the page before')
  cursor?: string;
}

export class ModelFitCountsParameters {}
