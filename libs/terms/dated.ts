/** A statement that holds from a day on. */
export interface Dated<Value> {
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** Null: from that day on it is withdrawn. */
  readonly value: Value | null;
  readonly reason: string;
  /** The actor that sent it. */
  readonly statedBy: string;
  /** Milliseconds since 1970. */
  readonly statedAt: number;
  /** Of its event in the log. */
  readonly position: string;
}

/** A statement that was not withdrawn. */
export type Held<Statement extends Dated<unknown>> = Statement & { readonly value: NonNullable<Statement['value']> };

/**
 * The statements in force on a day (`YYYY-MM-DD`), one for each scope: of those that hold from that day or an earlier one, the one
 * from the latest day; of several from one day, the one recorded last. Withdrawn ones are left out.
 *
 * @param statements in the order they were recorded
 * @param scopeOf what a statement is about: two of one scope replace each other
 */
export function inForceOn<Statement extends Dated<unknown>>(
  statements: readonly Statement[],
  day: string,
  scopeOf: (statement: Statement) => string = () => '',
): Held<Statement>[] {
  const latest = new Map<string, Statement>();
  for (const statement of statements) {
    if (statement.from > day) continue;
    const scope = scopeOf(statement);
    const held = latest.get(scope);
    if (held === undefined || statement.from >= held.from) latest.set(scope, statement);
  }
  return [...latest.values()].filter((statement): statement is Held<Statement> => statement.value !== null);
}
