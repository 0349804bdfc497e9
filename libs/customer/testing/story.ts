import { compileShape } from '@tenure/shape';
import { type DecideContext, type Decision } from '../aspect.js';
import { commands } from '../commands.js';
import { decide } from '../decide.js';
import { evolve } from '../evolve.js';
import type { NewFact } from '../fact.js';
import { isRejection, type Rejection } from '../rejection.js';
import { type CustomerState, initialState } from '../state.js';

/** The moment at which the stories of the specs take place. */
export const now = Date.parse('2026-03-15T12:00:00Z');

const shapes = new Map(commands.map(({ name, shape }) => [name, compileShape(shape)]));

/** One customer's story: what has happened (`given`) and what is asked for now (`when`). Bodies must have their shape. */
export class Story {
  readonly state: CustomerState = initialState();
  readonly facts: NewFact[] = [];
  #count = 0;

  given(name: string, fields: object = {}): this {
    const decision = this.when(name, fields);
    if (isRejection(decision)) throw new Error(`${name} was refused: ${decision.detail}`);
    for (const fact of decision) evolve(this.state, fact);
    this.facts.push(...decision);
    return this;
  }

  when(name: string, fields: object = {}, context: Partial<DecideContext> = {}): Decision {
    this.#count += 1;
    const data = { customerId: 'C-1', ...fields };
    const problems = shapes.get(name)?.check(data) ?? [];
    if (problems[0]) throw new Error(`the body of ${name} is wrong: ${problems[0].detail}`);
    return decide(
      this.state,
      { name, data },
      { now, allowedSkewMs: 300_000, largestAmount: 10 ** 13, commandId: `command-${this.#count}`, registerUnknown: false, ...context },
    );
  }

  /** The facts of an accepted command. */
  outcome(name: string, fields: object = {}, context: Partial<DecideContext> = {}): readonly NewFact[] {
    const decision = this.when(name, fields, context);
    if (isRejection(decision)) throw new Error(`${name} was refused: ${decision.detail}`);
    return decision;
  }

  /** The refusal of a refused command. */
  refusal(name: string, fields: object = {}, context: Partial<DecideContext> = {}): Rejection {
    const decision = this.when(name, fields, context);
    if (!isRejection(decision)) throw new Error(`${name} was accepted: ${JSON.stringify(decision)}`);
    return decision;
  }
}

/** The story of a registered customer. */
export const registered = (): Story => new Story().given('RegisterCustomer', { occurredAt: '2020-01-01' });

export const usd = (minor: number): { minor: number; currency: string } => ({ minor, currency: 'USD' });
