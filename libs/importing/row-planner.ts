import type { Command, RowCommand } from '@tenure/commanding';
import type { TimeValue } from './fields/dates/cell-time.js';
import { HashCounts } from './hash-counts.js';
import type { FormerIds } from './identity/former-ids.js';
import type { RowIdentity, StepIdentity } from './identity/row-identity.js';
import type { AnyKind, Step } from './kinds/kind.js';
import type { BuiltRow } from './mapping/row-builder.js';
import type { SourceRow } from './reading/source-row.js';
import type { BuiltRows, RowOfFile } from './row-groups.js';
import type { RowProblem } from './row-problem.js';
import { RowShapes } from './row-shapes.js';

/** A command of a row. */
export interface PlannedCommand extends RowCommand {
  /** Set where its amount is a running total: the field, the ordinal of this fact among its facts, and the id of the first. */
  readonly total?: { readonly field: string; readonly nth: number; readonly first?: { readonly id: string; readonly returnId: string } };
}

/** Rows of a file that are one decision, and its commands; or the reason why there are no commands. */
export interface PlannedRow {
  /** Rows of the file: one, or several that are one fact. */
  readonly sources: readonly SourceRow[];
  readonly problem: RowProblem | null;
  /** Why the rows are excluded, or null. */
  readonly leftOut: string | null;
  readonly commands: readonly PlannedCommand[];
  /** Whether the file names the fact, so that different content under the name is a contradiction. */
  readonly hasKey: boolean;
  readonly customerId: string;
  readonly occurredAt: TimeValue | undefined;
}

export interface PlannerParts {
  readonly kind: AnyKind;
  readonly identity: RowIdentity;
  /** Null where version 0.1.0 recorded nothing. */
  readonly formerIds: FormerIds | null;
  readonly actor: string;
  readonly importId: string;
  /** Whether columns describe the customer; the first row about a customer then registers it with them. */
  readonly describesCustomers: boolean;
}

/** Turns rows into commands, equal rows in the order of the file: it decides which of them repeats an earlier one. */
export class RowPlanner {
  readonly #shapes: RowShapes;
  readonly #customers: HashCounts | null;

  constructor(private readonly parts: PlannerParts) {
    this.#shapes = new RowShapes(parts.kind);
    this.#customers = parts.describesCustomers ? new HashCounts() : null;
  }

  /** The problem of a row by itself. */
  problemOf({ row }: RowOfFile): RowProblem | null {
    return this.#problemIn(this.parts.kind.steps(row, true));
  }

  plan(built: BuiltRows): PlannedRow {
    if (!('row' in built)) return without(built);
    const { kind, identity } = this.parts;
    const { row, sources } = built;
    const customerId = row.customer_id;
    const steps = kind.steps(row, this.#customers ? this.#customers.add(customerId) === 0 : isKnownByPerson(row));
    const problem = this.#problemIn(steps);
    if (problem) return without({ problem, sources });
    const ids = identity.ofRow(row, steps);
    const commands = steps.map((step, at): PlannedCommand => {
      const command = this.#command(row, step, ids[at] as StepIdentity);
      const { optional, otherwise, totalField } = step;
      if (!optional && !otherwise) return totalField === undefined ? { command } : { command, total: { field: totalField, nth: 1 } };
      return { command, optional, otherwise: otherwise && this.#command(row, otherwise, identity.ofStatement(otherwise)) };
    });
    const hasKey = identity.hasKey(row);
    return { sources, problem: null, leftOut: null, commands, hasKey, customerId, occurredAt: row.occurred_at };
  }

  #problemIn(steps: readonly Step[]): RowProblem | null {
    for (const step of steps) {
      const problem = this.#shapes.problemOf(step);
      if (problem) return problem;
    }
    return null;
  }

  #command(row: BuiltRow, step: Step, { id, payloadHash }: StepIdentity): Command {
    const { formerIds, identity, actor, importId } = this.parts;
    const { name, data, registers = false } = step;
    const former = payloadHash === undefined ? undefined : formerIds?.of(row, step, identity.hasKey(row));
    return { name, customerId: row.customer_id, id, payloadHash, formerIds: former, data, actor, importId, registerUnknown: registers };
  }
}

/** Whether the id is made from an address or a number that only the row has: it is registered with the customer. */
function isKnownByPerson({ customer_id, email, phone }: BuiltRow): boolean {
  return customer_id.startsWith('c-') && (email !== undefined || phone !== undefined);
}

function without(built: Exclude<BuiltRows, RowOfFile>): PlannedRow {
  const problem = 'problem' in built ? built.problem : null;
  const leftOut = 'leftOut' in built ? built.leftOut : null;
  return { sources: built.sources, problem, leftOut, commands: [], hasKey: false, customerId: '', occurredAt: undefined };
}
