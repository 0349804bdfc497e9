import { Describe, IsText } from '@tenure/shape';
import { IsBoolean, IsOptional } from 'class-validator';

@Describe('What to rebuild.')
export class RebuildRequest {
  @IsOptional()
  @IsText(64)
  @Describe('One projection; every one if left out.', 'retention')
  projection?: string | null;

  @IsOptional()
  @IsBoolean()
  @Describe('Rebuild beside the live one and compare the bytes, instead of taking its place.')
  check?: boolean | null;
}

@Describe('Why the log is published again.')
export class PublicationRequest {
  @IsText(500)
  @Describe('Kept for whoever asks later, in clear: name nobody.', 'the topic was deleted')
  reason!: string;

  @IsOptional()
  @IsBoolean()
  @Describe('Go on although the log lacks what topic or read models have had of it, for ever.')
  acceptLoss?: boolean | null;
}

@Describe('Why waiting events are given up.')
export class DiscardRequest {
  @IsText(500)
  @Describe('Kept for whoever asks later, in clear: name nobody.', 'test data, entered by mistake')
  reason!: string;
}
