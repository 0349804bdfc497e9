import { Describe, IsId, IsText } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { Correction } from '../command.js';
import { type SatisfactionMetric, satisfactionMetrics } from './events.js';
import { IsScore } from './score.js';

@Describe('Puts a recorded answer right; what is left out stays.')
export class CorrectSatisfaction extends Correction {
  @IsId()
  @Describe('Which answer: its satisfaction id, or the id of the command that recorded it.', 'N-12')
  satisfactionId!: string;

  @IsOptional()
  @IsIn(satisfactionMetrics)
  @Describe('What was really asked: nps, csat or scale (with min and max).', 'csat')
  metric?: SatisfactionMetric | null;

  @IsOptional()
  @IsScore()
  @Describe('The right answer.', 4)
  score?: number | null;

  @IsOptional()
  @IsScore()
  @Describe('Lowest answer possible; for a scale only.', 1)
  min?: number | null;

  @IsOptional()
  @IsScore()
  @Describe('Highest answer possible; for a scale only.', 7)
  max?: number | null;

  @IsOptional()
  @IsText(200)
  @Describe('What was really asked about; null takes it away.', 'survey-2026-spring', { orNull: true })
  about?: string | null;

  @IsOptional()
  @IsText(10_000)
  @Describe("The customer's own words, in the place of those recorded. Kept with the personal data.", 'Friendly people.')
  comment?: string | null;
}
