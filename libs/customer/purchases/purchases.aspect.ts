import { type Aspect, command } from '../aspect.js';
import { CorrectPurchase } from './correct-purchase.command.js';
import { CorrectReturn } from './correct-return.command.js';
import { decidePurchase, decideReturn } from './decide.js';
import { purchaseEventSchemas } from './event-schemas.js';
import {
  evolvePurchaseCorrected,
  evolvePurchaseVoided,
  evolveRecorded,
  evolveReturnCorrected,
  evolveReturned,
  evolveReturnVoided,
  noPurchases,
  type PurchasesState,
} from './evolve.js';
import { RecordPurchase } from './record-purchase.command.js';
import { RecordReturn } from './record-return.command.js';
import { sayPurchaseCorrected, sayPurchaseVoided, sayRecorded, sayReturnCorrected, sayReturned, sayReturnVoided } from './sentences.js';
import { decideCorrectPurchase, decideCorrectReturn, decideVoidPurchase, decideVoidReturn } from './taking-back.js';
import { returnCorrectedFromVersion1 } from './version-1.js';
import { VoidPurchase } from './void-purchase.command.js';
import { VoidReturn } from './void-return.command.js';

export const purchases: Aspect<'purchases', PurchasesState> = {
  name: 'purchases',
  initial: noPurchases,
  ids: ['orderId', 'returnId'],
  commands: [
    command(RecordPurchase, 'open', 'Record a purchase, by total or by lines.', decidePurchase),
    command(CorrectPurchase, 'known', 'Put a recorded purchase right.', decideCorrectPurchase),
    command(VoidPurchase, 'known', 'Take a purchase back that never was.', decideVoidPurchase),
    command(RecordReturn, 'known', 'Record what went back of a purchase.', decideReturn),
    command(CorrectReturn, 'known', 'Put a recorded return right.', decideCorrectReturn),
    command(VoidReturn, 'known', 'Take a return back that never was.', decideVoidReturn),
  ],
  eventSchemas: purchaseEventSchemas,
  events: [
    { type: 'PurchaseRecorded', versions: [1], correctable: 'orderId', evolve: evolveRecorded, sentence: sayRecorded },
    { type: 'PurchaseReturned', versions: [1, 2], correctable: 'returnId', rank: 1, evolve: evolveReturned, sentence: sayReturned },
    {
      type: 'PurchaseCorrected',
      versions: [1, 2],
      changes: 'orderId',
      rank: 2,
      evolve: evolvePurchaseCorrected,
      sentence: sayPurchaseCorrected,
    },
    {
      type: 'ReturnCorrected',
      versions: [1, 2],
      changes: 'returnId',
      rank: 3,
      evolve: evolveReturnCorrected,
      sentence: sayReturnCorrected,
      fromVersion1: returnCorrectedFromVersion1,
    },
    { type: 'ReturnVoided', versions: [1, 2], changes: 'returnId', rank: 4, evolve: evolveReturnVoided, sentence: sayReturnVoided },
    { type: 'PurchaseVoided', versions: [1, 2], changes: 'orderId', rank: 5, evolve: evolvePurchaseVoided, sentence: sayPurchaseVoided },
  ],
};
