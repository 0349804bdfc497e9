import { Describe, Nested } from '@tenure/shape';
import { IsIn, IsOptional } from 'class-validator';
import { DatedCommand } from '../command.js';
import { IsAttributes } from './attributes.js';
import { type AttributeValue, type Party, parties } from './events.js';
import { Personal } from './personal-details.js';

@Describe('Makes a customer known.')
export class RegisterCustomer extends DatedCommand {
  @IsOptional()
  @IsIn(parties)
  @Describe('Who the customer is: a person if left out.', 'person')
  party?: Party | null;

  @IsOptional()
  @Nested(() => Personal)
  @Describe('Personal details.')
  personal?: Personal | null;

  @IsOptional()
  @IsAttributes({ nullRemoves: false })
  @Describe('Facts that are not personal, to slice figures by.', { region: 'north', vip: true })
  attributes?: Record<string, AttributeValue> | null;
}
