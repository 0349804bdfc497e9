import { Describe } from '@tenure/shape';
import { IsNumber, IsPositive, Max, Min } from 'class-validator';

const most = 1e12;

@Describe('A campaign that offers customers an incentive to stay. Money in major units of the currency of the reports, the same for every customer.')
export class RetentionCampaign {
  @IsNumber()
  @IsPositive()
  @Max(most)
  @Describe('What a customer who would have left is worth, once kept.', 200)
  valueKept!: number;

  @IsNumber()
  @Min(0)
  @Max(most)
  @Describe('Cost of contacting a customer, whatever comes of it.', 1)
  contactCost!: number;

  @IsNumber()
  @Min(0)
  @Max(most)
  @Describe('Cost of the incentive to each customer who takes it.', 10)
  offerCost!: number;

  @IsNumber()
  @IsPositive()
  @Max(1)
  @Describe('The share of customers who would have left that take the offer, and stay. The others contacted all take it, and would have stayed without.', 0.3)
  acceptance!: number;
}
