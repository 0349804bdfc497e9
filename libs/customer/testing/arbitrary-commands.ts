import fc from 'fast-check';
import { severities } from '../complaints/events.js';
import { cancelReasonCodes } from '../subscriptions/events.js';
import { now } from './story.js';

export interface ArbitraryCommand {
  readonly name: string;
  readonly data: { readonly customerId: string; readonly occurredAt?: string };
}

// Few ids and small amounts, so that commands meet each other's things.
const id = fc.constantFrom('1', '2', '3');
const money = fc.record({ minor: fc.integer({ min: -2, max: 100 }), currency: fc.constantFrom('USD', 'USD', 'EUR') });
const text = fc.constantFrom('a', 'b');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
// Mostly now: what happens at random moments is mostly refused for being before what it follows.
const when = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 4 },
  {
    arbitrary: fc.integer({ min: -400, max: 1 }).map((days) => new Date(now + days * 86_400_000).toISOString()),
    weight: 1,
  },
);
const line = fc.record({ product: text, quantity: fc.integer({ min: 1, max: 9 }), amount: money });

const bodies: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  RegisterCustomer: {
    party: optional(fc.constantFrom('person', 'household')),
    personal: optional(fc.record({ name: optional(text) })),
  },
  ChangeCustomerDetails: {
    party: optional(fc.constantFrom('person', 'organisation')),
    personal: optional(fc.record({ name: fc.constantFrom('a', 'b', null) })),
    attributes: optional(fc.record({ region: fc.constantFrom('n', 's', null) })),
  },
  CloseCustomer: { reason: text },
  ReopenCustomer: { reason: text },
  RecordPurchase: {
    orderId: optional(id),
    amount: optional(money),
    lines: optional(fc.array(line, { minLength: 1, maxLength: 3 })),
  },
  RecordReturn: { orderId: optional(id), returnId: optional(id), amount: money },
  StartSubscription: {
    subscriptionId: optional(id),
    plan: text,
    price: money,
    interval: fc.constantFrom('P1M', 'P1Y'),
  },
  ChangeSubscription: { subscriptionId: id, plan: optional(text), price: optional(money) },
  RenewSubscription: { subscriptionId: id, amount: optional(money), until: optional(fc.constant('2026-12-31')) },
  CancelSubscription: { subscriptionId: id, reasonCode: fc.constantFrom(...cancelReasonCodes) },
  RecordVisit: { visitId: optional(id) },
  LogComplaint: { complaintId: optional(id), subject: text, severity: optional(fc.constantFrom(...severities)) },
  AcknowledgeComplaint: { complaintId: id },
  ResolveComplaint: { complaintId: id, resolution: text, compensation: optional(money) },
  ReopenComplaint: { complaintId: id, reason: text },
  RecordSatisfaction: {
    metric: fc.constantFrom('nps', 'csat', 'scale'),
    score: fc.integer({ min: -1, max: 11 }),
    min: optional(fc.constant(0)),
    max: optional(fc.constant(10)),
  },
};

/** Names of the commands the generator makes: all there are, which a property holds. */
export const generated: readonly string[] = Object.keys(bodies);

const command = (name: string): fc.Arbitrary<ArbitraryCommand> =>
  fc.record({ customerId: fc.constant('C-1'), occurredAt: when, ...bodies[name] }).map((data) => ({ name, data: withoutUndefined(data) }));

const withoutUndefined = <T extends object>(body: T): T => JSON.parse(JSON.stringify(body));

/** Histories a caller may try to make. Closing is rare: it puts an end to most of the rest. */
export const commandSequence: fc.Arbitrary<ArbitraryCommand[]> = fc.array(
  fc.oneof(...generated.map((name) => ({ arbitrary: command(name), weight: name === 'CloseCustomer' ? 1 : 5 }))),
  { minLength: 1, maxLength: 80, size: 'max' },
);

/** Buying and returning only, of few orders in one currency, so that what is left of an order matters. */
export const tradeSequence: fc.Arbitrary<ArbitraryCommand[]> = fc.array(
  fc.record({
    name: fc.constantFrom('RecordPurchase', 'RecordReturn', 'RecordReturn'),
    data: fc.record({
      customerId: fc.constant('C-1'),
      orderId: fc.constantFrom('1', '2'),
      amount: fc.record({ minor: fc.integer({ min: 1, max: 20 }), currency: fc.constant('USD') }),
    }),
  }),
  { minLength: 1, maxLength: 30, size: 'max' },
);
