import { Describe } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { type Language, languages } from '../../shared/explanation/language.js';
import { CustomerValueParameters } from '../parameters.js';

export class ValueExplanationParameters extends CustomerValueParameters {
  @IsOptional()
  @IsIn(languages)
  @Describe('The language of the texts: en or zh (en)')
  language?: Language;
}
