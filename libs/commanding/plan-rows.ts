import { alreadyRegistered, type DecideContext, decide, type Rejection } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import { isPayloadOf, type KeyedHash, payloadHash } from '@tenure/log-secret';
import type { Command } from './command.js';
import type { CommandRow, RowCommand } from './command-row.js';
import { type CustomerRecord, interned, type KnownCommand } from './customer-record.js';
import { Draft } from './draft.js';

/** A command that a plan adds to a customer. */
export interface PlannedCommand {
  readonly id: string;
  readonly payloadHash: string;
  /** Types of its events, in order. */
  readonly types: readonly string[];
  /** Which of the plan's events is its first. */
  readonly firstEvent: number;
}

/** What becomes of one command, before anything is written. */
export type Decided = { /** Why another command was refused, in the place of which this one was decided. */ readonly insteadOf?: Rejection } & (
  | { readonly kind: 'new' | 'repeated'; readonly planned: PlannedCommand }
  | { readonly kind: 'known'; readonly known: KnownCommand }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'key-reused'; readonly by: KnownCommand | PlannedCommand }
  | { readonly kind: 'revision-mismatch'; readonly actual: number | null }
);

export type DecidedRow =
  | { readonly decided: readonly Decided[]; readonly refusedAt: null }
  /** Of a refused row only the command that was refused. */
  | { readonly refusal: Decided; readonly refusedAt: number };

/** What a customer's next events are and what each row is answered, should the log take them. */
export interface Plan {
  readonly rows: readonly DecidedRow[];
  readonly planned: readonly PlannedCommand[];
  readonly events: readonly NewEvent[];
  /** How many events each row adds, in order; rows that add nothing have no part in it. */
  readonly decisions: readonly number[];
  /** After the events. */
  readonly draft: Draft;
}

/** Where commands are decided, whosoever they are about: the clock, and what settings allow. */
export type DecideSurroundings = Pick<DecideContext, 'now' | 'allowedSkewMs' | 'largestAmount'>;

export interface PlanContext extends DecideSurroundings {
  readonly keyed: KeyedHash;
}

/**
 * Decides rows of one customer one after the other, each on the state that the ones before it would leave. Changes
 * nothing: the record stays what the log holds.
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
    const decision = decide(draft.state, command, context);
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

function isSame({ name, data, payloadHash: given }: Command, stored: string, keyed: KeyedHash): boolean {
  return given === undefined ? isPayloadOf(stored, keyed, name, data) : given === stored;
}

function isRefusal({ kind }: Decided): boolean {
  return kind === 'rejected' || kind === 'key-reused' || kind === 'revision-mismatch';
}
