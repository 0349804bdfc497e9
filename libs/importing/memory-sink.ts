import { type Command, type CommandRow, type Outcome, payloadHash, type RowOutcome } from '@tenure/commanding';
import { type CustomerState, copyState, decide, evolve, initialState, isRejection, type NewFact } from '@tenure/customer';
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

  async executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]> {
    this.batches.push(rows.length);
    return rows.map((row) => this.executeRow(row));
  }

  /** Facts of a row are kept only if none of its commands is refused. */
  private executeRow(row: CommandRow): RowOutcome {
    const { customerId } = row[0]!.command;
    const known = this.customers.get(customerId);
    const draft: KnownCustomer = known ? { state: copyState(known.state), commands: new Map(known.commands) } : { state: initialState(), commands: new Map() };
    const facts: NewFact[] = [];
    const outcomes: Outcome[] = [];
    for (const [at, { command, otherwise, optional }] of row.entries()) {
      let outcome = this.execute(command, draft, facts);
      if (otherwise && outcome.status === 'rejected') outcome = this.execute(otherwise, draft, facts);
      if (outcome.status !== 'accepted' && !(optional && outcome.status === 'rejected')) return { status: 'refused', at, outcome };
      outcomes.push(outcome);
    }
    this.customers.set(customerId, draft);
    for (const fact of facts) this.facts.push({ ...fact, customerId });
    return { status: 'accepted', outcomes };
  }

  private execute(command: Command, draft: KnownCustomer, facts: NewFact[]): Outcome {
    const { id, customerId, registerUnknown = false } = command;
    const hash = payloadHash(command.name, command.data);
    const known = draft.commands.get(id);
    const accepted = { status: 'accepted', commandId: id, customerId, revision: 0, position: '' } as const;
    if (known !== undefined)
      return known === hash ? { ...accepted, replayed: true, events: [] } : { status: 'key-reused', detail: `key ${id} was used for something else` };
    const decision = decide(draft.state, command, { now: Date.UTC(2026, 11, 1), allowedSkewMs: 300_000, commandId: id, registerUnknown });
    if (isRejection(decision)) return { status: 'rejected', rejection: decision };
    for (const fact of decision) {
      draft.state = evolve(draft.state, fact);
      facts.push(fact);
    }
    draft.commands.set(id, hash);
    const events = decision.map(({ type }, index) => ({ eventId: `${id}/${index}`, type, revision: index }));
    return { ...accepted, replayed: false, position: String(this.facts.length + facts.length).padStart(12, '0'), events };
  }
}
