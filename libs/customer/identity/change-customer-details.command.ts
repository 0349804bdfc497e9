import { Describe, Nested } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { IsAttributes } from './attributes.js';
import { type AttributeValue, type Party, parties } from './events.js';
import { Personal } from './personal-details.js';

@Describe('Changes what is known of a customer; fields left out stay as they are, null takes a value away.')
export class ChangeCustomerDetails extends DatedCommand {
  @IsOptional()
  @IsIn(parties)
  @Describe('Who the customer is.', 'organisation')
  party?: Party | null;

  @IsOptional()
  @Nested(() => Personal)
  @Describe('Personal details to set; null removes one.', { phone: '+44 20 7946 0001', address: null })
  personal?: Personal | null;

  @IsOptional()
  @IsAttributes({ nullRemoves: true })
  @Describe('Attributes to set; null removes one.', { region: 'south', vip: null })
  attributes?: Record<string, AttributeValue | null> | null;
}
