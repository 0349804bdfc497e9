import { type Role, roles } from '@tenure/access';
import { Describe, IsText } from '@tenure/shape';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn } from 'class-validator';

@Describe('A key to be made.')
export class CreateKeyRequest {
  @IsText(100)
  @Describe('What the key is for.', 'web shop')
  name!: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true })
  @Describe('What its holder may do.', ['integrator'])
  roles!: Role[];
}

@Describe('Why a key is taken away.')
export class RevokeKeyRequest {
  @IsText(500)
  @Describe('Kept in the history of the key.', 'left in a public repository')
  reason!: string;
}
