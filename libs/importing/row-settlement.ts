import type { Outcome } from '@tenure/commanding';
import type { CommandSink } from './command-sink.js';
import type { AnyKind } from './kinds/kind.js';
import type { LeftOutRow } from './left-out-rows.js';
import type { PlannedCommand, PlannedRow } from './row-planner.js';
import { RowProblem } from './row-problem.js';
import { fieldAt } from './row-shapes.js';
import type { Tally } from './tally.js';

/** Runs a chunk of rows and counts what came of them; returns the rows that were left out, in the order given. */
export async function settle(rows: readonly PlannedRow[], sink: Pick<CommandSink, 'executeMany'>, kind: AnyKind, tally: Tally): Promise<LeftOutRow[]> {
  const planned = rows.flatMap((row) => row.commands);
  const outcomes = await execute(planned, sink);
  const leftOut: LeftOutRow[] = [];
  let done = 0;
  for (const row of rows) {
    tally.read += 1;
    const own = outcomes.slice(done, done + row.commands.length);
    done += row.commands.length;
    const verdict = row.problem ?? verdictOn(row, own, kind, tally);
    if (verdict instanceof RowProblem) {
      tally.rejected += 1;
      leftOut.push({ source: row.source, problem: verdict });
      continue;
    }
    tally[verdict] += 1;
    tally.recorded(row.customerId, row.occurredAt, row.amount);
  }
  return leftOut;
}

/** One outcome for each command: that of its alternative where it was refused and has one. */
async function execute(planned: readonly PlannedCommand[], sink: Pick<CommandSink, 'executeMany'>): Promise<Outcome[]> {
  if (planned.length === 0) return [];
  const outcomes = await sink.executeMany(planned.map(({ command }) => command));
  const refused = planned.flatMap(({ otherwise }, at) => (otherwise && outcomes[at]?.status === 'rejected' ? [{ otherwise, at }] : []));
  if (refused.length === 0) return outcomes;
  const answers = await sink.executeMany(refused.map(({ otherwise }) => otherwise));
  const final = [...outcomes];
  refused.forEach(({ at }, index) => {
    final[at] = answers[index] as Outcome;
  });
  return final;
}

function verdictOn(row: PlannedRow, outcomes: readonly Outcome[], kind: AnyKind, tally: Tally): 'accepted' | 'duplicate' | RowProblem {
  let verdict: 'accepted' | 'duplicate' | RowProblem = 'duplicate';
  outcomes.forEach((outcome, at) => {
    if (outcome.status === 'accepted') {
      if (outcome.replayed) return;
      tally.appended(outcome.events.length, outcome.position);
      if (verdict === 'duplicate') verdict = 'accepted';
    } else if (!row.commands[at]?.optional) verdict = problemOf(outcome, kind) ?? verdict;
  });
  return verdict;
}

/** Null for a row that would change nothing: what it says is recorded. */
function problemOf(outcome: Exclude<Outcome, { status: 'accepted' }>, kind: AnyKind): RowProblem | null {
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
