import type { Command, CommandRow } from '@tenure/commanding';
import type { MoneyAmount } from '@tenure/customer';
import type { RowOfFile, UnusableRows } from './built-row.js';
import type { TimeValue } from './fields/dates/cell-time.js';
import { HashCounts } from './hash-counts.js';
import type { AnyKind, Step } from './kinds/kind.js';
import type { SourceRow } from './reading/source-row.js';
import { contentOf, RowIdentity } from './row-identity.js';
import type { RowProblem } from './row-problem.js';
import { RowShapes } from './row-shapes.js';

/** Rows of a file that are one decision, and its commands; or why there are none. */
export interface PlannedRow {
  /** Rows of the file: one, or several that are one fact. */
  readonly sources: readonly SourceRow[];
  readonly problem: RowProblem | null;
  readonly commands: CommandRow;
  readonly customerId: string;
  readonly occurredAt: TimeValue | undefined;
  readonly amount: MoneyAmount | undefined;
}

/** From rows to commands, those of one customer in the order of the file: whether a row repeats an earlier one hangs on it. */
export class RowPlanner {
  private readonly identity = new RowIdentity();
  private readonly shapes: RowShapes;
  private readonly customers: HashCounts | null;

  constructor(
    private readonly kind: AnyKind,
    private readonly actor: string,
    /** Whether columns describe the customer, whom the first row about it then registers with them. */
    describesCustomers: boolean,
  ) {
    this.shapes = new RowShapes(kind);
    this.customers = describesCustomers ? new HashCounts() : null;
  }

  plan(built: RowOfFile | UnusableRows): PlannedRow {
    if ('problem' in built) return unusable(built);
    const { row, sources } = built;
    const customerId = row.customer_id;
    const steps = this.kind.steps(row, this.customers?.add(customerId) === 0);
    for (const step of steps) {
      const problem = this.shapes.problemOf(step);
      if (problem) return unusable({ problem, sources });
    }
    const hasKey = this.kind.key !== null && row[this.kind.key] !== undefined;
    const commands = steps.map((step) => ({
      command: this.command(step, customerId, hasKey),
      ...(step.optional && { optional: true }),
      ...(step.otherwise && { otherwise: this.command(step.otherwise, customerId, hasKey) }),
    }));
    return { sources, problem: null, commands, customerId, occurredAt: row.occurred_at, amount: this.kind.amountOf?.(row) };
  }

  private command(step: Step, customerId: string, hasKey: boolean): Command {
    const id = this.identity.idOf(step, hasKey || step.optional === true);
    return { name: step.name, customerId, id, payloadHash: contentOf(id), data: step.data, actor: this.actor, registerUnknown: step.registers === true };
  }
}

function unusable({ sources, problem }: UnusableRows): PlannedRow {
  return { sources, problem, commands: [], customerId: '', occurredAt: undefined, amount: undefined };
}
