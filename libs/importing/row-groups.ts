import type { MoneyAmount } from '@tenure/customer';
import type { AnyKind } from './kinds/kind.js';
import type { FileMapping } from './mapping/file-mapping.js';
import { reasonToLeaveOut } from './mapping/file-mapping.js';
import type { BuiltRow, RowBuilder } from './mapping/row-builder.js';
import { type SourceRow, valuesOf } from './reading/source-row.js';
import { RowProblem } from './row-problem.js';

/** A row's values, and the rows of the file that hold them: one, or the lines of one order. */
export interface RowOfFile {
  readonly row: BuiltRow;
  readonly sources: readonly SourceRow[];
}

/** Rows of the file of which nothing can be recorded, for one reason. */
export interface UnusableRows {
  readonly problem: RowProblem;
  readonly sources: readonly SourceRow[];
}

/** Rows of the file that a condition or a preset excludes. */
export interface LeftOutRows {
  readonly leftOut: string;
  readonly sources: readonly SourceRow[];
}

export type BuiltRows = RowOfFile | UnusableRows | LeftOutRows;

/** Combines the cells of rows of one fact into its values, before anything is planned. */
export class RowGroups {
  /** Indexes of the values that a row without them takes from its group. */
  readonly #shared: readonly number[];
  readonly #ofEachRow: ReadonlySet<number>;
  readonly #amountIsOfOrder: boolean;

  constructor(
    private readonly kind: AnyKind,
    private readonly mapping: FileMapping,
    private readonly build: RowBuilder,
  ) {
    const own = new Set(kind.combine?.ofEachRow ?? []);
    this.#shared = mapping.mapped.filter(({ field }) => !own.has(field)).map(({ index }) => index);
    this.#ofEachRow = new Set(mapping.mapped.filter(({ field }) => own.has(field)).map(({ index }) => index));
    this.#amountIsOfOrder = mapping.preset?.amountIsOfOrder === true;
  }

  /** One result for all rows, beside those that are excluded or unreadable. */
  *built(group: readonly SourceRow[]): Generator<BuiltRows> {
    const broken = group.filter(({ problem }) => problem);
    for (const source of broken) yield { problem: source.problem as RowProblem, sources: [source] };
    const sound = broken.length === 0 ? group : group.filter(({ problem }) => !problem);
    if (sound.length === 0) return;
    const firstFilled = (index: number): string => sound.map((row) => valuesOf(row)[index]?.trim() ?? '').find((cell) => cell !== '') ?? '';
    const why = reasonToLeaveOut(this.mapping, firstFilled);
    if (why !== null) {
      yield { leftOut: why, sources: sound };
      return;
    }
    const meant: SourceRow[] = [];
    for (const source of sound) {
      const unmet = this.mapping.conditions.find(
        ({ index, holds }) => !holds(valuesOf(source)[index]?.trim() || (this.#ofEachRow.has(index) ? '' : firstFilled(index))),
      );
      if (unmet) yield { leftOut: `not ${unmet.text}`, sources: [source] };
      else meant.push(source);
    }
    if (meant.length > 0) yield this.#whole(meant, firstFilled);
  }

  #whole(sources: readonly SourceRow[], firstFilled: (index: number) => string): RowOfFile | UnusableRows {
    const rows: BuiltRow[] = [];
    for (const source of sources) {
      const cells = valuesOf(source);
      const row = this.build(sources.length === 1 ? cells : this.#withShared(cells, firstFilled));
      if (row instanceof RowProblem) return { problem: row, sources };
      rows.push(row);
    }
    const row = this.kind.combine ? this.kind.combine.rows(rows, { amountIsOfOrder: this.#amountIsOfOrder }) : rows[0];
    return row instanceof RowProblem ? { problem: row, sources } : { row: withAmountWritten(row as BuiltRow), sources };
  }

  #withShared(cells: readonly string[], firstFilled: (index: number) => string): readonly string[] {
    const completed = [...cells];
    for (const index of this.#shared) if (!completed[index]?.trim()) completed[index] = firstFilled(index);
    return completed;
  }
}

/** A row is identified by its amount also where that is the sum of others. */
function withAmountWritten(row: BuiltRow): BuiltRow {
  const { amount } = row as { readonly amount?: MoneyAmount };
  return amount && row.asWritten['amount'] === undefined ? { ...row, asWritten: { ...row.asWritten, amount: String(amount.minor) } } : row;
}
