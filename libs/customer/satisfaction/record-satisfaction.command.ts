import { Describe, IsId, IsText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { type SatisfactionMetric, satisfactionMetrics } from './events.js';
import { IsScore } from './score.js';

@Describe('An answer to a survey.')
export class RecordSatisfaction extends DatedCommand {
  @IsOptional()
  @IsId()
  @Describe('Your number of the answer; the command id if left out. One satisfaction id is recorded once.', 'N-12')
  satisfactionId?: string | null;

  @IsIn(satisfactionMetrics)
  @Describe('nps (0 to 10), csat (1 to 5) or scale (with min and max).', 'nps')
  metric!: SatisfactionMetric;

  @IsScore()
  @Describe('The answer.', 9)
  score!: number;

  @IsOptional()
  @IsScore()
  @Describe('Lowest answer possible; needed for a scale only.', 1)
  min?: number | null;

  @IsOptional()
  @IsScore()
  @Describe('Highest answer possible; needed for a scale only.', 7)
  max?: number | null;

  @IsOptional()
  @IsText(200)
  @Describe('What was asked about: a survey, an order, a complaint.', 'survey-2026-spring')
  about?: string | null;

  @IsOptional()
  @IsText(10_000)
  @Describe("The customer's own words. Kept with the personal data.", 'Friendly people.')
  comment?: string | null;
}
