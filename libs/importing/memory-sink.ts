import { type Command, type Outcome, payloadHash } from '@tenure/commanding';
import { type CustomerState, decide, evolve, initialState, isRejection, type NewFact } from '@tenure/customer';
import type { CommandSink } from './command-sink.js';

interface KnownCustomer {
  state: CustomerState;
  readonly commands: Map<string, string>;
}

/** For tests: real decisions, nothing durable. Keeps every fact that was accepted. */
export class MemorySink implements CommandSink {
  readonly facts: (NewFact & { readonly customerId: string })[] = [];
  readonly batches: number[] = [];
  private readonly customers = new Map<string, KnownCustomer>();

  async executeMany(commands: readonly Command[]): Promise<Outcome[]> {
    this.batches.push(commands.length);
    return commands.map((command) => this.execute(command));
  }

  private execute(command: Command): Outcome {
    const { id, customerId, registerUnknown = false } = command;
    const customer = this.customers.get(customerId) ?? { state: initialState(), commands: new Map<string, string>() };
    const hash = payloadHash(command.name, command.data);
    const known = customer.commands.get(id);
    const accepted = { status: 'accepted', commandId: id, customerId, revision: 0, position: '' } as const;
    if (known !== undefined)
      return known === hash ? { ...accepted, replayed: true, events: [] } : { status: 'key-reused', detail: `key ${id} was used for something else` };
    const decision = decide(customer.state, command, { now: Date.UTC(2026, 11, 1), allowedSkewMs: 300_000, commandId: id, registerUnknown });
    if (isRejection(decision)) return { status: 'rejected', rejection: decision };
    for (const fact of decision) {
      customer.state = evolve(customer.state, fact);
      this.facts.push({ ...fact, customerId });
    }
    customer.commands.set(id, hash);
    this.customers.set(customerId, customer);
    const events = decision.map(({ type }, index) => ({ eventId: `${id}/${index}`, type, revision: index }));
    return { ...accepted, replayed: false, position: String(this.facts.length).padStart(12, '0'), events };
  }
}
