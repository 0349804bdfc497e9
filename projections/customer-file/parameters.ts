import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export const parties = ['person', 'organisation', 'household'] as const;
export const customerStatuses = ['active', 'closed'] as const;

export class CustomerFileParameters {
  @IsString() @MaxLength(200) customerId!: string;
}

export class CustomerListParameters {
  @IsOptional() @IsIn(parties) party?: string;
  @IsOptional() @IsIn(customerStatuses) status?: string;
  @IsOptional() @IsString() @MaxLength(10) limit?: string;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

export class CustomerTotalsParameters {}
