import { Describe } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { type Language, languages } from '../../shared/explanation/language.js';
import { CustomerChurnParameters } from '../parameters.js';

export class ChurnExplanationParameters extends CustomerChurnParameters {
  @IsOptional()
  @IsIn(languages)
  @Describe('The language of the texts: en or zh (en)')
  language?: Language;
}
