import type { QueryContext } from './query.js';
import type { Row } from './row.js';

/** A whole read model as rows, in a fixed order, never cut short. */
export interface ExportDefinition<Params = object> {
  /** A class-validator class, as for a query; if left out, the export takes no parameters. */
  readonly params?: new () => object;
  /** In the order of a CSV file. A function where the data determines some of them, such as currencies. */
  readonly columns: readonly string[] | ((context: QueryContext) => Promise<readonly string[]>);
  rows(context: QueryContext, params: Params): AsyncIterable<Row>;
}

/** The head of an export, before its rows. */
export interface ExportHead<AsOf> {
  readonly asOf: AsOf;
  readonly columns: readonly string[];
}
