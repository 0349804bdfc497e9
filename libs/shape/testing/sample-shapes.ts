import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { Describe, IsCurrency, IsDay, IsDuration, IsId, IsNumberText, IsText, IsTime, IsWholeNumberText, Nested, NestedList } from '../index.js';

export class Price {
  @IsInt()
  @Min(-5)
  @Max(100)
  minor!: number;

  @IsCurrency()
  currency!: string;
}

export class Row {
  @IsText(10)
  what!: string;

  @Nested(() => Price)
  price!: Price;
}

export abstract class Base {
  @IsId()
  @Describe('Whose it is.', 'C-1')
  owner!: string;

  @IsOptional()
  @IsTime()
  at?: string | null;
}

/** A shape with every kind of field that a body can have. */
@Describe('An order, for the specs.')
export class Order extends Base {
  @Nested(() => Price)
  @Describe('What it costs.')
  price!: Price;

  @IsOptional()
  @NestedList(() => Row)
  @ArrayNotEmpty()
  @ArrayMaxSize(3)
  rows?: Row[] | null;

  @IsOptional()
  @IsIn(['web', 'shop', 7])
  channel?: string | number | null;

  @IsOptional()
  @IsString()
  @Matches(/^[a-z]+$/)
  @Length(2, 4)
  code?: string | null;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  @MinLength(2, { each: true })
  tags?: string[] | null;

  @IsOptional()
  @IsBoolean()
  gift?: boolean | null;

  @IsOptional()
  @IsNumber()
  weight?: number | null;

  @IsOptional()
  @IsObject()
  extra?: object | null;

  @ValidateIf((order: Order) => order.gift === true)
  @IsEmail()
  receiver?: string;

  @IsOptional()
  @IsDay()
  day?: string | null;

  @IsOptional()
  @IsDuration()
  every?: string | null;
}

/** A query string: every value is a text. */
export class Paging {
  @IsOptional()
  @IsWholeNumberText(1, 100)
  limit?: string;

  @IsOptional()
  @IsNumberText(0, 1)
  rate?: string;

  @IsOptional()
  @IsIn(['asc', 'desc'])
  order?: string;
}
