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
    arbitrary: fc.tuple(fc.integer({ min: -400, max: 1 }), fc.boolean()).map(([days, dayOnly]) => {
      const text = new Date(now + days * 86_400_000).toISOString();
      return dayOnly ? text.slice(0, 10) : text;
    }),
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
  CorrectPurchase: {
    orderId: id,
    reason: text,
    amount: optional(money),
    channel: optional(fc.constantFrom('a', null)),
    lines: optional(fc.oneof(fc.constant(null), fc.array(line, { minLength: 1, maxLength: 2 }))),
  },
  VoidPurchase: { orderId: id, reason: text },
  CorrectReturn: { returnId: id, reason: text, amount: optional(money), orderId: optional(fc.oneof(id, fc.constant(null))) },
  VoidReturn: { returnId: id, reason: text },
  CorrectVisit: { visitId: id, reason: text, place: optional(fc.constantFrom('a', null)) },
  VoidVisit: { visitId: id, reason: text },
  CorrectComplaint: {
    complaintId: id,
    reason: text,
    severity: optional(fc.constantFrom(...severities)),
    acknowledgedAt: optional(fc.constantFrom('2026-03-15', null)),
    resolvedAt: optional(fc.constantFrom('2026-03-15', null)),
    compensation: optional(fc.oneof(money, fc.constant(null))),
  },
  VoidComplaint: { complaintId: id, reason: text },
  CorrectSatisfaction: { satisfactionId: id, reason: text, score: optional(fc.integer({ min: -1, max: 11 })) },
  VoidSatisfaction: { satisfactionId: id, reason: text },
  RecordSatisfaction: {
    satisfactionId: optional(id),
    metric: fc.constantFrom('nps', 'csat', 'scale'),
    score: fc.integer({ min: -1, max: 11 }),
    min: optional(fc.constant(0)),
    max: optional(fc.constant(10)),
  },
};

/** Names of the commands the generator makes: all there are, which a property holds. */
export const generated: readonly string[] = Object.keys(bodies);

const command = (name: string): fc.Arbitrary<ArbitraryCommand> =>
  fc
    .record({ customerId: fc.constant('C-1'), ...(name.startsWith('Void') ? {} : { occurredAt: when }), ...bodies[name] })
    .map((data) => ({ name, data: withoutUndefined(data) }));

const withoutUndefined = <T extends object>(body: T): T => JSON.parse(JSON.stringify(body));

/** Histories a caller may try to make. Closing is rare: it puts an end to most of the rest; so is taking back. */
export const commandSequence: fc.Arbitrary<ArbitraryCommand[]> = fc.array(
  fc.oneof(...generated.map((name) => ({ arbitrary: command(name), weight: name === 'CloseCustomer' ? 1 : /^(Correct|Void)/.test(name) ? 3 : 8 }))),
  { minLength: 1, maxLength: 80, size: 'max' },
);

/** Buying, returning and taking back only, of few orders in one currency, so that what is left of an order matters. */
export const tradeSequence: fc.Arbitrary<ArbitraryCommand[]> = fc.array(
  fc
    .record({
      name: fc.constantFrom('RecordPurchase', 'RecordReturn', 'RecordReturn', 'CorrectPurchase', 'CorrectReturn', 'VoidPurchase', 'VoidReturn'),
      orderId: fc.constantFrom('1', '2'),
      returnId: fc.constantFrom('1', '2', '3', '4'),
      amount: fc.record({ minor: fc.integer({ min: 1, max: 20 }), currency: fc.constant('USD') }),
    })
    .map(({ name, orderId, returnId, amount }) => {
      const id = name.endsWith('Return') ? { returnId } : { orderId };
      if (name.startsWith('Void')) return { name, data: { customerId: 'C-1', ...id, reason: 'a' } };
      if (name.startsWith('Correct')) return { name, data: { customerId: 'C-1', ...id, amount, reason: 'a' } };
      return { name, data: { customerId: 'C-1', ...id, orderId, amount } };
    }),
  { minLength: 1, maxLength: 30, size: 'max' },
);
