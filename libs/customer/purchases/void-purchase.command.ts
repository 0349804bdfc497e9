import { Describe, IsId } from '@tenure/shape';
import { TakingBack } from '../command.js';

@Describe('Takes a purchase back that never was; its order id may be recorded again. Its returns are voided first.')
export class VoidPurchase extends TakingBack {
  @IsId()
  @Describe('Which purchase: its order id, or the id of the command that recorded it.', 'A-1001')
  orderId!: string;
}
