import { alreadyRegistered, customer, type DecideContext, type Decision, isRejection, nothingChanged } from '@tenure/customer';
import { isPayloadOf, type KeyedHash, payloadHash } from '@tenure/log-secret';
import type { Command } from './command.js';
import type { CommandRow, RowCommand } from './command-row.js';
import { type CustomerRecord, interned } from './customer-record.js';
import { Draft } from './draft.js';
import type { Decided, DecidedRow, Plan, PlannedCommand } from './plan.js';

/** What decisions depend on for any customer: the clock, and the settings. */
export type DecideSurroundings = Pick<DecideContext, 'now' | 'allowedSkewMs' | 'largestAmount'>;

export interface PlanContext extends DecideSurroundings {
  readonly keyed: KeyedHash;
}

/**
 * Decides rows of one customer in order, each on the state that the earlier ones would leave. Changes nothing: the record stays
 * what the log holds.
 * @throws the record's `unopened` for a command that has personal data
 */
export function planRows(record: CustomerRecord, rows: readonly CommandRow[], { keyed, ...surroundings }: PlanContext): Plan {
  const draft = new Draft(record.state);
  const planned = new Map<string, PlannedCommand>();
  const decisions: number[] = [];

  const decideOne = (command: Command): Decided => {
    const known = record.commands.get(command.id);
    if (known) return isSame(command, known.payloadHash, keyed) ? { kind: 'known', known } : { kind: 'key-reused', by: known };
    const before = planned.get(command.id);
    if (before) return isSame(command, before.payloadHash, keyed) ? { kind: 'repeated', planned: before } : { kind: 'key-reused', by: before };
    const formerly = command.formerIds?.find((id) => record.commands.has(id));
    if (formerly !== undefined) return { kind: 'known', known: record.commands.get(formerly)! };
    const revision = record.revision + draft.events.length;
    if (command.expectedRevision !== undefined && command.expectedRevision !== revision) {
      return { kind: 'revision-mismatch', actual: revision === -1 ? null : revision };
    }
    const context: DecideContext = { ...surroundings, commandId: command.id, registerUnknown: command.registerUnknown ?? false };
    const decision = customer.decide(draft.state, command, context);
    if (record.unopened !== null && needsPersonalData(command, decision)) throw record.unopened;
    if ('code' in decision) return { kind: 'rejected', rejection: decision };
    const firstEvent = draft.events.length;
    const hash = command.payloadHash ?? payloadHash(keyed, command.name, command.data);
    const { id: commandId, actor, onBehalfOf, importId, correlationId, traceparent } = command;
    decision.forEach((fact, index) => {
      const metadata = { commandId, index, of: decision.length, payloadHash: hash, actor, onBehalfOf, importId, correlationId, traceparent };
      draft.events.push({ ...fact, metadata });
    });
    const own = { id: command.id, payloadHash: hash, types: interned(decision.map(({ type }) => type)), firstEvent };
    planned.set(command.id, own);
    return { kind: 'new', planned: own };
  };

  const decideEither = ({ command, otherwise }: RowCommand): Decided => {
    const decided = decideOne(command);
    if (!otherwise || decided.kind !== 'rejected' || decided.rejection.code !== alreadyRegistered) return decided;
    return { ...decideOne(otherwise), insteadOf: decided.rejection };
  };

  const decideRow = (row: CommandRow): DecidedRow => {
    const before = draft.events.length;
    const decided: Decided[] = [];
    for (const [at, one] of row.entries()) {
      const each = decideEither(one);
      if (isRefusal(each) && !(one.optional && each.kind === 'rejected')) {
        draft.keep(before);
        for (const undone of decided) if (undone.kind === 'new') planned.delete(undone.planned.id);
        return { refusal: each, refusedAt: at };
      }
      decided.push(each);
    }
    if (draft.events.length > before) decisions.push(draft.events.length - before);
    return { decided, refusedAt: null };
  };

  return { rows: rows.map(decideRow), events: draft.events, planned: [...planned.values()], decisions, draft };
}

/**
 * Whether a command records personal data, or brings some to be compared with what is recorded: removing data that cannot be seen
 * would be lost. False for a command that is refused for another reason.
 */
function needsPersonalData({ data }: Command, decision: Decision): boolean {
  const carries = (data as { readonly personal?: object | null }).personal != null;
  if (isRejection(decision)) return carries && decision.code === nothingChanged().code;
  return carries || decision.some(({ personal }) => personal !== undefined);
}

function isSame({ name, data, payloadHash: given }: Command, stored: string, keyed: KeyedHash): boolean {
  return given === undefined ? isPayloadOf(stored, keyed, name, data) : given === stored;
}

function isRefusal({ kind }: Decided): boolean {
  return kind === 'rejected' || kind === 'key-reused' || kind === 'revision-mismatch';
}
