import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { purchaseModelNames } from '../scoring/purchase-fit.js';
import { orders } from './orders.js';

export class ChurnParameters {
  @IsOptional() @IsString() @MaxLength(20) horizon?: string;
  @IsOptional() @IsString() @MaxLength(10) about?: string;
  @IsOptional() @IsString() @MaxLength(10) asOf?: string;
  @IsOptional() @IsIn(purchaseModelNames) model?: string;
}

export class ChurnListParameters extends ChurnParameters {
  @IsOptional() @IsIn(orders) order?: string;
  @IsOptional() @IsString() @MaxLength(20) currency?: string;
  @IsOptional() @IsString() @MaxLength(100) by?: string;
  @IsOptional() @IsString() @MaxLength(20) minActive?: string;
  @IsOptional() @IsString() @MaxLength(20) minProbability?: string;
  @IsOptional() @IsString() @MaxLength(10) limit?: string;
  @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

export class CustomerChurnParameters extends ChurnParameters {
  @IsString() @MaxLength(200) customerId!: string;
}
