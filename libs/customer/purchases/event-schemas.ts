import { listOf, money, number, orNull, record, text } from '@tenure/shape/schema';
import { type EventSchemas, fact, facts, occurrence, optionalFact, said, says } from '../event-schema.js';

const lines = listOf(record({ product: text, quantity: number, amount: money }));
const counted = { occurredAt: fact(occurrence), amount: fact(money), channel: optionalFact(text), product: optionalFact(text) };
const corrected = { ...counted, quantity: optionalFact(orNull(number)), lines: optionalFact(orNull(lines)) };
const countedReturn = { occurredAt: fact(occurrence), orderId: fact(orNull(text)), amount: fact(money), product: optionalFact(text) };
const ofPurchase = { orderId: fact(text), was: fact(facts(counted)) };
const purchaseCorrected = { ...ofPurchase, now: fact(facts(corrected)) };
const returned = { returnId: fact(text), orderId: fact(orNull(text)), amount: fact(money), product: optionalFact(text) };
const ofReturn = { returnId: fact(text), was: fact(facts(countedReturn)) };

export const purchaseEventSchemas: EventSchemas = {
  PurchaseRecorded: [
    says({
      orderId: fact(text),
      amount: fact(money),
      channel: optionalFact(text),
      product: optionalFact(text),
      quantity: optionalFact(number),
      lines: optionalFact(lines),
    }),
  ],
  PurchaseReturned: [says({ ...returned, reason: optionalFact(text) }), says({ ...returned, reason: said() })],
  PurchaseCorrected: [says({ ...purchaseCorrected, reason: fact(text) }), says({ ...purchaseCorrected, reason: said() })],
  PurchaseVoided: [says({ ...ofPurchase, reason: fact(text) }), says({ ...ofPurchase, reason: said() })],
  ReturnCorrected: [
    says({ ...ofReturn, now: fact(facts({ ...countedReturn, reason: optionalFact(orNull(text)) })), reason: fact(text) }),
    says({ ...ofReturn, now: fact(facts(countedReturn)), returnReason: said(orNull(text)), reason: said() }),
  ],
  ReturnVoided: [says({ ...ofReturn, reason: fact(text) }), says({ ...ofReturn, reason: said() })],
};
