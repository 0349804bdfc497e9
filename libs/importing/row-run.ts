import { HeldRows } from './held-rows.js';
import { inOrderOfTime } from './in-order-of-time.js';
import type { AnyKind } from './kinds/kind.js';
import { oneStatementEach } from './one-statement.js';
import type { SourceRow } from './reading/source-row.js';
import { RejectedRows } from './rejected-rows.js';
import type { BuiltRows, RowGroups, RowOfFile } from './row-groups.js';
import type { PlannedRow, RowPlanner } from './row-planner.js';
import { reject, type Settled, type SettlementParts, settle } from './row-settlement.js';
import type { SpoolRoom } from './spooling/byte-spool.js';

export interface RowRunParts {
  readonly kind: AnyKind;
  /** Whether the first row of a customer describes it: among several with the same time it is always the same one. */
  readonly describesCustomers: boolean;
  readonly groups: RowGroups;
  readonly planner: RowPlanner;
  readonly settlement: SettlementParts;
  readonly room: SpoolRoom;
  /** How many rows are retried at a time. */
  readonly rowsTogether: number;
}

const nothing: Settled = { rejected: [], held: [] };

/** The rows of one file on their way into the log: while some are written, the next ones are planned. */
export class RowRun {
  readonly rejected = new RejectedRows();
  #held: HeldRows;
  #writing = Promise.resolve(nothing);

  constructor(private readonly parts: RowRunParts) {
    this.#held = new HeldRows(parts.room);
  }

  /** Resolves when the rows taken before are written. A customer's rows are in the order of their times within one call. */
  async take(rows: readonly (readonly SourceRow[])[]): Promise<void> {
    const planned = this.#planned(rows);
    await this.#written();
    this.#writing = settle(planned, this.parts.settlement);
    this.#writing.catch(() => {}); // awaited, and so reported, elsewhere
  }

  /** Retries held rows whose missing fact has arrived meanwhile, until no more are accepted; rejects the others. */
  async finish(): Promise<void> {
    await this.#written();
    for (let before = Number.POSITIVE_INFINITY; this.#held.size > 0 && this.#held.size < before; ) {
      const tried = this.#held;
      before = tried.size;
      this.#held = new HeldRows(this.parts.room);
      for await (const rows of tried.portions(this.parts.rowsTogether)) {
        await this.#keep(
          await settle(
            rows.map(({ row }) => row),
            this.parts.settlement,
          ),
        );
      }
      await tried.close();
    }
    for await (const rows of this.#held.portions(this.parts.rowsTogether)) {
      for (const { row, problem } of rows) this.rejected.add(reject(row, problem, this.parts.settlement.tally));
    }
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => {});
    await this.#held.close();
  }

  #planned(rows: readonly (readonly SourceRow[])[]): PlannedRow[] {
    const { kind, groups, planner, describesCustomers } = this.parts;
    const usable: RowOfFile[] = [];
    const unusable: Exclude<BuiltRows, RowOfFile>[] = [];
    for (const built of rows.flatMap((group) => [...groups.built(group)])) {
      if (!('row' in built)) {
        unusable.push(built);
        continue;
      }
      const problem = kind.states ? planner.problemOf(built) : null;
      if (problem) unusable.push({ problem, sources: built.sources });
      else usable.push(built);
    }
    const inOrder = kind.states ? oneStatementEach(usable) : inOrderOfTime(usable, describesCustomers);
    return [...unusable, ...inOrder].map((row) => planner.plan(row));
  }

  async #written(): Promise<void> {
    const settled = await this.#writing;
    this.#writing = Promise.resolve(nothing);
    await this.#keep(settled);
  }

  async #keep({ rejected, held }: Settled): Promise<void> {
    this.rejected.add(rejected);
    await this.#held.add(held);
  }
}
