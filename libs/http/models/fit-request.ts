import { Describe, IsText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';

@Describe('What a model is to be fitted on.')
export class FitModelRequest {
  @IsOptional()
  @IsText(40)
  @Describe('Purchases up to this day (in the reporting time zone) are looked at; all if left out.', '1997-09-30')
  until?: string | null;

  @IsOptional()
  @IsIn(['day', 'week', 'month'])
  @Describe('The unit that the model counts time in.', 'week')
  unit?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('Which customers; all if left out.')
  population?: string | null;
}

@Describe('Fit a model anew: from then on figures are scored with it.')
export class FitModel extends FitModelRequest {
  @IsText(40)
  @Describe('Which model.', 'bg-nbd')
  model!: string;
}
