import { type Role, roles } from '@tenure/access';
import { Describe, IsText } from '@tenure/shape';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional } from 'class-validator';

@Describe('A key to be made.')
export class CreateKeyRequest {
  @IsText(100)
  @Describe('What the key is for.', 'web shop')
  name!: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true })
  @Describe('What its holder may do: roles that the maker holds too.', ['integrator'])
  roles!: Role[];

  @IsOptional()
  @IsText(40)
  @Describe(
    'When the key comes to its end: a duration from now, a day, which is meant to its end in the reporting time zone, or an RFC 3339 time. Default: never.',
    'P90D',
  )
  expires?: string;
}

@Describe('A browser that is to be signed in.')
export class SignInRequest {
  @IsText(100)
  @Describe('The one-time code behind `#code=` in the address that `tenure start` prints.', 'vJ0s…')
  code!: string;
}

@Describe('Why a key is taken away.')
export class RevokeKeyRequest {
  @IsText(500)
  @Describe('Kept in the history of the key, in clear: name nobody.', 'left in a public repository')
  reason!: string;
}
