import { compileShape } from '@tenure/shape';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { aspects } from './aspects.js';
import { commands } from './commands.js';
import { decide } from './decide.js';
import { events, evolve } from './evolve.js';
import type { NewFact } from './fact.js';
import { isRejection } from './rejection.js';
import { type CustomerState, initialState } from './state.js';
import { type ArbitraryCommand, commandSequence, tradeSequence } from './testing/arbitrary-commands.js';
import { now } from './testing/story.js';

const context = (at: number) => ({ now, allowedSkewMs: 86_400_000, largestAmount: 10 ** 13, commandId: `c${at}`, registerUnknown: true });

interface Lived {
  readonly state: CustomerState;
  readonly facts: readonly NewFact[];
}

/** Executes the commands in order and folds what is accepted. */
function live(sequence: readonly ArbitraryCommand[]): Lived {
  const facts: NewFact[] = [];
  let state = initialState();
  sequence.forEach((command, at) => {
    const decision = decide(state, command, context(at));
    if (isRejection(decision)) return;
    for (const fact of decision) state = evolve(state, fact);
    facts.push(...decision);
  });
  return { state, facts };
}

/** The same schema, closed to fields that it does not name. */
function closed(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema as never;
  const inner = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, closed(value)]));
  return 'properties' in schema ? { ...inner, additionalProperties: false } : inner;
}

it('the generator makes commands in their shape', () => {
  const shapes = new Map(commands.map(({ name, shape }) => [name, compileShape(shape)]));
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      for (const { name, data } of sequence) expect(shapes.get(name)?.check(data)).toEqual([]);
    }),
  );
});

it('every event type is reached, and every refusal names a code and a sentence', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      const { facts, state } = live(sequence);
      for (const { type } of facts) reached.add(type);
      sequence.forEach((command, at) => {
        const decision = decide(state, command, context(1000 + at));
        if (!isRejection(decision)) return;
        expect(decision.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(decision.detail).toMatch(/^\S.{20,}\S$/);
      });
    }),
    { numRuns: 300 },
  );
  expect([...reached].toSorted()).toEqual(events.map(({ type }) => type).toSorted());
});

it('every fact says what the schema of its type says, and no more', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schemas = new Map(aspects.flatMap(({ eventSchemas }) => Object.entries(eventSchemas)));
  expect([...schemas.keys()].toSorted()).toEqual(events.map(({ type }) => type).toSorted());
  const fits = new Map(
    [...schemas]
      .map(([type, versions]) => [type, versions.at(-1)!] as const)
      .map(([type, { facts, personal }]) => [type, { facts: ajv.compile(closed(facts)), personal: ajv.compile(closed(personal)) }]),
  );
  const wrong = ({ type, data, personal }: NewFact) => {
    const schema = fits.get(type)!;
    return schema.facts(data) && (personal === undefined || schema.personal(personal))
      ? []
      : [type, schema.facts.errors, schema.personal.errors, data, personal];
  };
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      for (const fact of live(sequence).facts) expect(wrong(fact)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('deciding twice gives the same facts and leaves the state as it was', () => {
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      const { state } = live(sequence);
      const before = structuredClone(state);
      sequence.forEach((command, at) => {
        const first = decide(state, command, context(1000 + at));
        expect(decide(state, command, context(1000 + at))).toEqual(first);
        if (!isRejection(first)) expect(first.length).toBeGreaterThan(0);
      });
      expect(state).toEqual(before);
    }),
  );
});

it('facts fold to the same state after a journey through JSON', () => {
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      const { state, facts } = live(sequence);
      const stored: NewFact[] = JSON.parse(JSON.stringify(facts));
      expect(stored.reduce((folded: CustomerState, fact) => evolve(folded, fact), initialState())).toEqual(state);
    }),
  );
});

it('what has been accepted under an id is refused the second time', () => {
  const once = new Set([
    'RecordPurchase',
    'StartSubscription',
    'LogComplaint',
    'RecordVisit',
    'RecordReturn',
    'RegisterCustomer',
    'CloseCustomer',
    'VoidPurchase',
    'VoidReturn',
    'VoidVisit',
  ]);
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      let state = initialState();
      sequence.forEach((command, at) => {
        const decision = decide(state, command, context(at));
        if (isRejection(decision)) return;
        for (const fact of decision) state = evolve(state, fact);
        if (once.has(command.name)) expect(isRejection(decide(state, command, context(at)))).toBe(true);
      });
    }),
  );
});

it('never more is returned than was bought, per order and in its currency, whatever is corrected and taken back', () => {
  const refused = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(commandSequence, tradeSequence), (sequence) => {
      let state = initialState();
      sequence.forEach((command, at) => {
        const decision = decide(state, command, context(at));
        if (isRejection(decision)) {
          refused.add(decision.code);
          return;
        }
        for (const fact of decision) state = evolve(state, fact);
        const { orders, returns } = state.purchases;
        for (const [orderId, order] of orders ?? []) {
          const own = [...(returns?.values() ?? [])].filter((one) => one.orderId === orderId);
          expect(order.returnedMinor).toBe(own.reduce((sum, { minor }) => sum + minor, 0));
          expect(order.returnedMinor).toBeLessThanOrEqual(order.minor);
          expect(own.filter(({ currency }) => currency !== order.currency)).toEqual([]);
        }
        for (const { orderId } of returns?.values() ?? []) expect(orderId === null || orders?.has(orderId)).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
  for (const code of ['return-exceeds-purchase', 'purchase-has-returns', 'purchase-voided', 'return-voided']) expect(refused).toContain(code);
});

/** Fields that only the history shows: no figure counts them, so a later correction does not repeat them. */
const shownOnly: Readonly<Record<string, readonly string[]>> = {
  PurchaseCorrected: ['quantity', 'lines'],
  ReturnCorrected: ['reason'],
  VisitCorrected: ['channel', 'subject', 'result', 'place'],
};
const counted = (type: string, now: object): object => Object.fromEntries(Object.entries(now).filter(([name]) => !shownOnly[type]?.includes(name)));

it('what a correction or a voiding says was, is what the facts before it say', () => {
  fc.assert(
    fc.property(fc.oneof(commandSequence, tradeSequence), (sequence) => {
      const standing = new Map<string, unknown>();
      for (const { type, data } of live(sequence).facts as readonly { type: string; data: Record<string, unknown> }[]) {
        if (!type.endsWith('Corrected') && !type.endsWith('Voided')) continue;
        const key = `${type.replace(/Corrected|Voided/, '')} ${data.orderId ?? ''} ${data.returnId ?? ''} ${data.visitId ?? ''} ${data.satisfactionId ?? ''}`;
        if (standing.has(key)) expect(data.was).toEqual(standing.get(key));
        if (data.complaintId !== undefined) continue; // its steps move on in between
        if (type.endsWith('Voided')) standing.delete(key);
        else standing.set(key, counted(type, data.now as object));
      }
    }),
    { numRuns: 200 },
  );
});

it('a complaint is logged, may be acknowledged once while open, is resolved when open and reopened when resolved', () => {
  const untouched = (sequence: readonly ArbitraryCommand[]) => sequence.filter(({ name }) => !/^(Correct|Void)Complaint$/.test(name));
  const next: Record<string, (status: string | undefined) => string | null> = {
    ComplaintLogged: (status) => (status === undefined ? 'open' : null),
    ComplaintAcknowledged: (status) => (status === 'open' ? 'acknowledged' : null),
    ComplaintResolved: (status) => (status === 'open' ? 'resolved' : status === 'acknowledged' ? 'resolved, acknowledged' : null),
    ComplaintReopened: (status) => (status === 'resolved' ? 'open' : status === 'resolved, acknowledged' ? 'acknowledged' : null),
  };
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      const statuses = new Map<string, string>();
      for (const { type, data } of live(untouched(sequence)).facts as readonly { type: string; data: { complaintId: string } }[]) {
        const step = next[type];
        if (!step) continue;
        const status = step(statuses.get(data.complaintId));
        expect(status).not.toBeNull();
        statuses.set(data.complaintId, status ?? '');
      }
    }),
    { numRuns: 300 },
  );
});

it('while a customer is closed nothing is sold', () => {
  const selling = new Set(['PurchaseRecorded', 'SubscriptionStarted', 'SubscriptionChanged', 'SubscriptionRenewed', 'VisitRecorded']);
  fc.assert(
    fc.property(commandSequence, (sequence) => {
      let closed = false;
      for (const { type } of live(sequence).facts) {
        if (type === 'CustomerClosed') closed = true;
        if (type === 'CustomerReopened') closed = false;
        if (closed) expect(selling).not.toContain(type);
      }
    }),
  );
});
