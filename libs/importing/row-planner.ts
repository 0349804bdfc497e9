import type { Command } from '@tenure/commanding';
import type { MoneyAmount } from '@tenure/customer';
import { HashCounts } from './hash-counts.js';
import type { AnyKind, Step } from './kinds/kind.js';
import type { RowBuilder } from './mapping/row-builder.js';
import type { SourceRow } from './reading/source-row.js';
import { contentOf, RowIdentity } from './row-identity.js';
import { RowProblem } from './row-problem.js';
import { RowShapes } from './row-shapes.js';

export interface PlannedCommand {
  readonly command: Command;
  readonly optional: boolean;
  readonly otherwise: Command | null;
}

/** A row and what is to be done for it; or why nothing is. */
export interface PlannedRow {
  readonly source: SourceRow;
  readonly problem: RowProblem | null;
  readonly commands: readonly PlannedCommand[];
  readonly customerId: string;
  readonly occurredAt: number | undefined;
  readonly amount: MoneyAmount | undefined;
}

/** From rows to commands, those of one customer in the order of the file: whether a row repeats an earlier one hangs on it. */
export class RowPlanner {
  private readonly identity = new RowIdentity();
  private readonly shapes: RowShapes;
  private readonly customers: HashCounts | null;

  constructor(
    private readonly kind: AnyKind,
    private readonly build: RowBuilder,
    private readonly actor: string,
    /** Whether columns describe the customer, whom the first row about it then registers with them. */
    describesCustomers: boolean,
  ) {
    this.shapes = new RowShapes(kind);
    this.customers = describesCustomers ? new HashCounts() : null;
  }

  plan(source: SourceRow): PlannedRow {
    if (source.problem) return leftOut(source, source.problem);
    const row = this.build(source.cells);
    if (row instanceof RowProblem) return leftOut(source, row);
    const customerId = row.customer_id;
    const steps = this.kind.steps(row, this.customers?.add(customerId) === 0);
    for (const step of steps) {
      const problem = this.shapes.problemOf(step);
      if (problem) return leftOut(source, problem);
    }
    const hasKey = this.kind.key !== null && row[this.kind.key] !== undefined;
    const commands = steps.map((step) => ({
      command: this.command(step, customerId, hasKey),
      optional: step.optional === true,
      otherwise: step.otherwise ? this.command(step.otherwise, customerId, hasKey) : null,
    }));
    return { source, problem: null, commands, customerId, occurredAt: row.occurred_at, amount: this.kind.amountOf?.(row) };
  }

  private command(step: Step, customerId: string, hasKey: boolean): Command {
    const id = this.identity.idOf(step, hasKey || step.optional === true);
    return { name: step.name, customerId, id, payloadHash: contentOf(id), data: step.data, actor: this.actor, registerUnknown: step.registers === true };
  }
}

function leftOut(source: SourceRow, problem: RowProblem): PlannedRow {
  return { source, problem, commands: [], customerId: '', occurredAt: undefined, amount: undefined };
}
