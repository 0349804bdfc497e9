import { type Aspect, command } from '../aspect.js';
import { CorrectPurchase } from './correct-purchase.command.js';
import { CorrectReturn } from './correct-return.command.js';
import { decidePurchase, decideReturn } from './decide.js';
import { purchaseEventSchemas } from './event-schemas.js';
import { evolvePurchaseCorrected, evolvePurchaseVoided, evolveRecorded, evolveReturnCorrected, evolveReturned, evolveReturnVoided } from './evolve.js';
import { RecordPurchase } from './record-purchase.command.js';
import { RecordReturn } from './record-return.command.js';
import { sayPurchaseCorrected, sayPurchaseVoided, sayRecorded, sayReturnCorrected, sayReturned, sayReturnVoided } from './sentences.js';
import { decideCorrectPurchase, decideCorrectReturn, decideVoidPurchase, decideVoidReturn } from './taking-back.js';
import { returnCorrectedFromVersion1 } from './version-1.js';
import { VoidPurchase } from './void-purchase.command.js';
import { VoidReturn } from './void-return.command.js';

export const purchases: Aspect = {
  name: 'purchases',
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
    { type: 'PurchaseRecorded', versions: [1], evolve: (state, fact) => evolveRecorded(state.purchases, fact), sentence: sayRecorded },
    { type: 'PurchaseReturned', versions: [1, 2], rank: 1, evolve: (state, fact) => evolveReturned(state.purchases, fact), sentence: sayReturned },
    {
      type: 'PurchaseCorrected',
      versions: [1, 2],
      rank: 2,
      evolve: (state, fact) => evolvePurchaseCorrected(state.purchases, fact),
      sentence: sayPurchaseCorrected,
    },
    {
      type: 'ReturnCorrected',
      versions: [1, 2],
      rank: 3,
      evolve: (state, fact) => evolveReturnCorrected(state.purchases, fact),
      sentence: sayReturnCorrected,
      fromVersion1: returnCorrectedFromVersion1,
    },
    { type: 'ReturnVoided', versions: [1, 2], rank: 4, evolve: (state, fact) => evolveReturnVoided(state.purchases, fact), sentence: sayReturnVoided },
    { type: 'PurchaseVoided', versions: [1, 2], rank: 5, evolve: (state, fact) => evolvePurchaseVoided(state.purchases, fact), sentence: sayPurchaseVoided },
  ],
};
