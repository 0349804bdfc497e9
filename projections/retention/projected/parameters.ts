import { Describe, IsWholeNumberText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { IsDayOrMonth } from '../../shared/query-parameters/day.js';
import { RetentionExportParameters } from '../parameters.js';

export const projectedSubjects = ['purchases', 'subscriptions'] as const;
export type ProjectedSubject = (typeof projectedSubjects)[number];
/** Periods short enough for a curve to have several, and long enough for a cohort to have customers. */
export const projectedGranularities = ['month', 'week'] as const;
export type ProjectedGranularity = (typeof projectedGranularities)[number];

/** Who is there, period by period. */
export class StayParameters extends RetentionExportParameters {
  @IsOptional()
  @IsDayOrMonth()
  @Describe('Last day: cohorts up to the one it lies in, each with all of its periods. 1997-01-31, or 1997-01 for its last day')
  override to?: string;

  @IsOptional()
  @IsIn(projectedSubjects)
  @Describe(
    'purchases: cohorts by first purchase, who stay until they are silent; subscriptions: by first start, who stay until the last one has ended (purchases)',
  )
  of?: ProjectedSubject;

  @IsOptional()
  @IsIn(projectedGranularities)
  @Describe('week or month (month)')
  granularity?: ProjectedGranularity;

  @IsOptional()
  @IsWholeNumberText(1, 24)
  @Describe('With of=purchases: a customer has left who does not buy for so many whole periods, 1 to 24 (3)')
  silence?: string;
}

export class ProjectionParameters extends StayParameters {
  @IsOptional()
  @IsWholeNumberText(1, 24)
  @Describe('Periods to project each cohort beyond what is known of it, 1 to 24 (6)')
  ahead?: string;
}
