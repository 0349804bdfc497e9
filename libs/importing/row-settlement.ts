import type { Refusal, RowOutcome } from '@tenure/commanding';
import type { CommandSink } from './command-sink.js';
import type { AnyKind } from './kinds/kind.js';
import type { LeftOutRow } from './left-out-rows.js';
import type { PlannedRow } from './row-planner.js';
import { RowProblem } from './row-problem.js';
import { fieldAt } from './row-shapes.js';
import type { Tally } from './tally.js';

/** Runs a chunk of rows and counts what came of them; returns the rows that were left out, in the order given. */
export async function settle(rows: readonly PlannedRow[], sink: Pick<CommandSink, 'executeRows'>, kind: AnyKind, tally: Tally): Promise<LeftOutRow[]> {
  const planned = rows.filter(({ problem }) => problem === null);
  const outcomes = planned.length === 0 ? [] : await sink.executeRows(planned.map(({ commands }) => commands));
  const leftOut: LeftOutRow[] = [];
  let done = 0;
  for (const row of rows) {
    const verdict = row.problem ?? verdictOn(outcomes[done++]!, kind, tally);
    tally.read += row.sources.length;
    if (verdict instanceof RowProblem) {
      tally.rejected += row.sources.length;
      for (const source of row.sources) leftOut.push({ source, problem: verdict });
      continue;
    }
    tally[verdict] += row.sources.length;
    tally.recorded(row.customerId, row.occurredAt, row.amount);
  }
  return leftOut;
}

function verdictOn(outcome: RowOutcome, kind: AnyKind, tally: Tally): 'accepted' | 'duplicate' | RowProblem {
  if (outcome.status === 'refused') return problemOf(outcome.outcome, kind) ?? 'duplicate';
  let verdict: 'accepted' | 'duplicate' = 'duplicate';
  for (const each of outcome.outcomes) {
    if (each.status !== 'accepted' || each.replayed) continue;
    tally.appended(each.events.length, each.position);
    verdict = 'accepted';
  }
  return verdict;
}

/** Null for a row that would change nothing: what it says is recorded. */
function problemOf(outcome: Refusal, kind: AnyKind): RowProblem | null {
  switch (outcome.status) {
    case 'rejected': {
      const { code, detail, pointer } = outcome.rejection;
      return code === 'nothing-changed' ? null : new RowProblem(code, fieldAt(kind, pointer), detail);
    }
    case 'key-reused':
      return new RowProblem('key-reused', null, outcome.detail);
    case 'revision-mismatch':
      return new RowProblem('revision-mismatch', null, 'the customer changed meanwhile: import the row again');
  }
}
