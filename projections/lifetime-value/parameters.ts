import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { purchaseModelNames } from '../scoring/purchase-fit.js';

export class ValueParameters {
  @IsOptional() @IsString() @MaxLength(20) horizon?: string;
  @IsOptional() @IsString() @MaxLength(20) discountRate?: string;
  @IsOptional() @IsString() @MaxLength(20) margin?: string;
  @IsOptional() @IsString() @MaxLength(10) about?: string;
  @IsOptional() @IsString() @MaxLength(10) asOf?: string;
  @IsOptional() @IsString() @MaxLength(20) currency?: string;
  @IsOptional() @IsIn(purchaseModelNames) model?: string;
}

export class ValueListParameters extends ValueParameters {
  @IsOptional() @IsString() @MaxLength(100) by?: string;
  @IsOptional() @IsString() @MaxLength(10) limit?: string;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

export class CustomerValueParameters extends ValueParameters {
  @IsString() @MaxLength(200) customerId!: string;
}

export class ValueCellParameters extends ValueParameters {
  @IsOptional() @IsString() @MaxLength(2) recency?: string;
  @IsOptional() @IsString() @MaxLength(2) frequency?: string;
  @IsOptional() @IsString() @MaxLength(2) monetary?: string;
}
