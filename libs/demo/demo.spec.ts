import type { Command } from '@tenure/commanding';
import { type CustomerState, customer, commands as definitions, isRejection, type NewFact } from '@tenure/customer';
import { compileShape } from '@tenure/shape';
import { demoCommands } from './demo.js';

const day = 86_400_000;
const until = Date.UTC(2026, 9, 20, 9);
const shapes = new Map(definitions.map(({ name, shape }) => [name, compileShape(shape)]));

interface Told extends NewFact {
  readonly customerId: string;
}

/** Every fact of the story; throws when a command has an invalid body, or is refused. */
function tellAll(commands: Iterable<Command>): Told[] {
  const states = new Map<string, CustomerState>();
  const facts: Told[] = [];
  for (const command of commands) {
    const { customerId, id } = command;
    const problems = shapes.get(command.name)?.check(command.data);
    const state = states.get(customerId) ?? customer.initial();
    const decision = customer.decide(state, command, { now: until, allowedSkewMs: 0, largestAmount: 10 ** 13, commandId: id, registerUnknown: false });
    if (problems?.length !== 0 || isRejection(decision)) throw new Error(JSON.stringify({ command, problems, decision }));
    states.set(customerId, decision.reduce(customer.evolve, state));
    facts.push(...decision.map((fact) => ({ ...fact, customerId })));
  }
  return facts;
}

interface Visit {
  readonly subject?: string;
  readonly result?: string;
}

describe('the demo', () => {
  const facts = tellAll(demoCommands({ customers: 1500, months: 24, seed: 1, until, now: until }).commands);
  const purchases = facts.filter(({ type }) => type === 'PurchaseRecorded');
  const regions = new Map(
    facts
      .filter(({ type }) => type === 'CustomerRegistered')
      .map(({ customerId, data }) => [customerId, (data as { attributes: { region: string } }).attributes.region]),
  );

  it('is the same for the same seed, and another for another', () => {
    const sent = (seed: number): string => JSON.stringify([...demoCommands({ customers: 30, seed, until, now: until }).commands]);
    expect(sent(3)).toBe(sent(3));
    expect(sent(3)).not.toBe(sent(4));
  });

  it('can be told twice from one start', () => {
    const { commands } = demoCommands({ customers: 10, until, now: until });
    expect([...commands]).toEqual([...commands]);
  });

  it('goes forward in time, to the end and no further', () => {
    // A stated likelihood has no date of its own: it holds from when the commands are carried out.
    const times = facts.filter(({ type }) => !type.startsWith('Churn')).map(({ occurredAt }) => occurredAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(until - 735 * day);
    expect(times.at(-1)).toBeLessThan(until);
    expect(times.at(-1)).toBeGreaterThan(until - 2 * day);
  });

  it('has some forty events for each customer, of every kind', () => {
    expect(facts.length / 1500).toBeGreaterThan(30);
    expect(facts.length / 1500).toBeLessThan(50);
    expect(new Set(facts.map(({ type }) => type)).size).toBeGreaterThanOrEqual(16);
  });

  it('has customers who object to scoring, and likelihoods that a person stated, of which some are withdrawn', () => {
    const customersWith = (type: string) => facts.filter((fact) => fact.type === type).map(({ customerId }) => customerId);
    const [objecting, back] = [customersWith('ScoringObjectionRaised'), customersWith('ScoringObjectionWithdrawn')];
    expect(objecting.length).toBeGreaterThan(back.length);
    expect(customersWith('ChurnLikelihoodOverridden').length).toBeGreaterThan(customersWith('ChurnOverrideWithdrawn').length);
    expect(objecting).toEqual(expect.arrayContaining(back));
    expect(back.length).toBeGreaterThan(0);
  });

  it('states no likelihood that would have expired when the commands are carried out', () => {
    const names = [...demoCommands({ customers: 600, until, now: until + 91 * day }).commands].map(({ name }) => name);
    expect(names).toContain('ObjectToScoring');
    expect(names).not.toContain('OverrideChurnLikelihood');
  });

  it('hides that complaints left open for a week drive customers away', () => {
    const resolved = new Map<string, number>();
    for (const { type, data, occurredAt } of facts) if (type === 'ComplaintResolved') resolved.set((data as { complaintId: string }).complaintId, occurredAt);
    const bought = (customerId: string, from: number, to: number): boolean =>
      purchases.some((fact) => fact.customerId === customerId && fact.occurredAt > from && fact.occurredAt < to);
    const share = (slow: boolean): number => {
      const logged = facts.filter(({ type, data, occurredAt }) => {
        const took = (resolved.get((data as { complaintId: string }).complaintId) ?? until) - occurredAt;
        return type === 'ComplaintLogged' && occurredAt < until - 120 * day && took > 7 * day === slow;
      });
      return logged.filter(({ customerId, occurredAt }) => bought(customerId, occurredAt + 25 * day, occurredAt + 115 * day)).length / logged.length;
    };
    expect(share(false)).toBeGreaterThan(0.7);
    expect(share(true)).toBeLessThan(0.5);
  });

  it('hides a bad batch in month 14, in one region', () => {
    const perMonth = new Map<string, number>();
    for (const { type, customerId, occurredAt } of facts) {
      if (type !== 'ComplaintLogged') continue;
      const month = `${regions.get(customerId)} ${Math.floor((occurredAt - Date.UTC(2024, 9, 20)) / (30.44 * day)) + 1}`;
      perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
    }
    const [worst] = [...perMonth].sort((a, b) => b[1] - a[1]);
    expect(worst?.[0]).toMatch(/^south 1[45]$/);
    expect(worst?.[1]).toBeGreaterThan(4 * (perMonth.get('north 14') ?? 1));
  });

  it('hides a campaign that brings some back who had left', () => {
    const answers = facts.filter(({ type, personal }) => type === 'VisitRecorded' && (personal as Visit | undefined)?.subject === 'win-back offer');
    const back = new Set(answers.filter(({ personal }) => (personal as Visit).result === 'came back').map(({ customerId }) => customerId));
    expect(back.size / answers.length).toBeGreaterThan(0.12);
    expect(back.size / answers.length).toBeLessThan(0.32);
    const first = Math.min(...answers.map(({ occurredAt }) => occurredAt));
    const returned = [...back].filter((customerId) => purchases.some((fact) => fact.customerId === customerId && fact.occurredAt > first));
    expect(returned).toHaveLength(back.size);
  });

  it('says so in its story', () => {
    expect(demoCommands({ customers: 1, until, now: until }).story).toMatch(/7 days.*kettle-k9 in November 2025.*south.*May 2026/s);
  });

  it('fits fewer months too', () => {
    expect(tellAll(demoCommands({ customers: 50, months: 3, until, now: until }).commands).length).toBeGreaterThan(50);
  });
});
