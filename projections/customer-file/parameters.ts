import { parties } from '@tenure/customer';
import { Describe } from '@tenure/shape';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsLimit } from '../shared/paging/limit.js';
import { IsCustomerId } from '../shared/query-parameters/customer-id.js';

export const customerStatuses = ['active', 'closed'] as const;

export class CustomerFileParameters {
  @IsCustomerId()
  @Describe('Id of the customer')
  customerId!: string;
}

export class CustomerListParameters {
  @IsOptional()
  @IsIn(parties)
  @Describe('person, organisation or household')
  party?: (typeof parties)[number];

  @IsOptional()
  @IsIn(customerStatuses)
  @Describe('active or closed')
  status?: (typeof customerStatuses)[number];

  @IsOptional()
  @IsLimit()
  @Describe('Customers on a page, 1 to 1000 (100)')
  limit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Describe('The `next` of the page before')
  cursor?: string;
}

export class CustomerTotalsParameters {}
