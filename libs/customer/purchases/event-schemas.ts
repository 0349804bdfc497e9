import { listOf, money, number, orNull, record, text } from '@tenure/shape/schema';
import { type EventSchemas, occurrence, withNote } from '../event-schema.js';

const lines = listOf(record({ product: text, quantity: number, amount: money }));
const counted = { occurredAt: occurrence, amount: money, channel: text, product: text };
const countedReturn = { occurredAt: occurrence, orderId: orNull(text), amount: money };
const ofPurchase = { orderId: text, reason: text, was: record(counted, ['channel', 'product']) };
const ofReturn = { returnId: text, reason: text, was: record(countedReturn) };

export const purchaseEventSchemas: EventSchemas = {
  PurchaseRecorded: withNote(
    record({ orderId: text, amount: money, channel: text, product: text, quantity: number, lines }, ['channel', 'product', 'quantity', 'lines']),
  ),
  PurchaseReturned: withNote(record({ returnId: text, orderId: orNull(text), amount: money, reason: text }, ['reason'])),
  PurchaseCorrected: withNote(
    record({ ...ofPurchase, now: record({ ...counted, quantity: orNull(number), lines: orNull(lines) }, ['channel', 'product', 'quantity', 'lines']) }),
  ),
  PurchaseVoided: withNote(record(ofPurchase)),
  ReturnCorrected: withNote(record({ ...ofReturn, now: record({ ...countedReturn, reason: orNull(text) }, ['reason']) })),
  ReturnVoided: withNote(record(ofReturn)),
};
