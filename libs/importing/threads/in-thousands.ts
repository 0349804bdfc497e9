import type { CommandRow, RowOutcome } from '@tenure/commanding';

const ROWS = 1_000;

/** A customer's rows are planned together, up to 64,000 of them: sent all at once they would block the main thread by the transfer alone. */
export async function inThousands(rows: readonly CommandRow[], ask: (rows: readonly CommandRow[]) => Promise<readonly RowOutcome[]>): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (let at = 0; at < rows.length; at += ROWS) outcomes.push(...(await ask(rows.slice(at, at + ROWS))));
  return outcomes;
}
