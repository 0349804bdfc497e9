import { IsOptional, IsString, MaxLength } from 'class-validator';

/** By the day of the purchase. */
export class PurchaseExportParameters {
  @IsOptional() @IsString() @MaxLength(64) timezone?: string;
  @IsOptional() @IsString() @MaxLength(10) from?: string;
  @IsOptional() @IsString() @MaxLength(10) to?: string;
}
