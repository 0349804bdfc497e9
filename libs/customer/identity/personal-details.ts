import { Describe, IsDay, IsText } from '@tenure/shape';
import { IsOptional, Matches } from 'class-validator';

/** The personal part of a command's body. */
@Describe('What identifies or describes the person; kept apart from the facts, so that it can be erased.')
export class Personal {
  @IsOptional()
  @IsText(200)
  @Describe('Full name, in whatever form the person uses.', 'Ada Lovelace', { orNull: true })
  name?: string | null;

  @IsOptional()
  @IsText(254)
  @Matches(/^[^\s@]+@[^\s@]+$/, { message: 'must be an e-mail address, e.g. "ada@example.com"' })
  @Describe('E-mail address.', 'ada@example.com', { orNull: true })
  email?: string | null;

  @IsOptional()
  @IsText(64)
  @Describe('Telephone number, best with country code.', '+44 20 7946 0000', { orNull: true })
  phone?: string | null;

  @IsOptional()
  @IsText(500)
  @Describe('Postal address.', '12 St James’s Square, London', { orNull: true })
  address?: string | null;

  @IsOptional()
  @IsDay()
  @Describe('Date of birth.', '1984-05-17', { orNull: true })
  birthDate?: string | null;
}
