import { type Aspect, command } from '../aspect.js';
import { decidePurchase, decideReturn } from './decide.js';
import { evolveRecorded, evolveReturned } from './evolve.js';
import { RecordPurchase } from './record-purchase.command.js';
import { RecordReturn } from './record-return.command.js';

export const purchases: Aspect = {
  name: 'purchases',
  commands: [
    command(RecordPurchase, 'open', 'Record a purchase, by total or by lines.', decidePurchase),
    command(RecordReturn, 'known', 'Record what went back of a purchase.', decideReturn),
  ],
  events: [
    { type: 'PurchaseRecorded', versions: [1], evolve: (state, fact) => evolveRecorded(state.purchases, fact) },
    { type: 'PurchaseReturned', versions: [1], evolve: (state, fact) => evolveReturned(state.purchases, fact) },
  ],
};
