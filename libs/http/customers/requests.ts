import { Describe, IsText } from '@tenure/shape';
import { IsOptional } from 'class-validator';

@Describe('What a customer is known by: one of these.')
export class ResolveCustomerRequest {
  @IsOptional()
  @IsText(320)
  @Describe('An e-mail address, in any spelling.', 'ada@example.com')
  email?: string;

  @IsOptional()
  @IsText(64)
  @Describe('A telephone number, best with its country code.', '+49 171 1234567')
  phone?: string;

  @IsOptional()
  @IsText(64)
  @Describe('The number of a bank account, such as an IBAN.', 'DE02120300000000202051')
  account?: string;

  @IsOptional()
  @IsText(320)
  @Describe('An id, an address or a number as a file has it, whichever it is. What can be several is an id if there is such a customer.', '0171 1234567')
  value?: string;
}
