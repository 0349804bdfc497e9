import type { Command, Outcome } from '@tenure/commanding';
import type { CommandSink } from './command-sink.js';
import type { AnyKind } from './kinds/kind.js';
import type { LeftOutRow } from './left-out-rows.js';
import type { PlannedCommand, PlannedRow } from './row-planner.js';
import { RowProblem } from './row-problem.js';
import { fieldAt } from './row-shapes.js';
import type { Tally } from './tally.js';

/** Runs a chunk of rows and counts what came of them; returns the rows that were left out, in the order given. */
export async function settle(rows: readonly PlannedRow[], sink: Pick<CommandSink, 'executeMany'>, kind: AnyKind, tally: Tally): Promise<LeftOutRow[]> {
  const planned: PlannedCommand[] = [];
  for (const { commands } of rows) for (const command of commands) planned.push(command);
  const outcomes = await execute(planned, sink);
  const leftOut: LeftOutRow[] = [];
  let done = 0;
  for (const row of rows) {
    tally.read += 1;
    const verdict = row.problem ?? verdictOn(row, outcomes, done, kind, tally);
    done += row.commands.length;
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
  const refused: { readonly otherwise: Command; readonly at: number }[] = [];
  planned.forEach(({ otherwise }, at) => {
    if (otherwise && outcomes[at]?.status === 'rejected') refused.push({ otherwise, at });
  });
  if (refused.length === 0) return outcomes;
  const answers = await sink.executeMany(refused.map(({ otherwise }) => otherwise));
  const final = [...outcomes];
  refused.forEach(({ at }, index) => {
    final[at] = answers[index] as Outcome;
  });
  return final;
}

/** The row's outcomes begin at `first`. */
function verdictOn({ commands }: PlannedRow, outcomes: readonly Outcome[], first: number, kind: AnyKind, tally: Tally): 'accepted' | 'duplicate' | RowProblem {
  let verdict: 'accepted' | 'duplicate' | RowProblem = 'duplicate';
  for (let at = 0; at < commands.length; at += 1) {
    const outcome = outcomes[first + at] as Outcome;
    if (outcome.status === 'accepted') {
      if (outcome.replayed) continue;
      tally.appended(outcome.events.length, outcome.position);
      if (verdict === 'duplicate') verdict = 'accepted';
    } else if (!commands[at]?.optional) verdict = problemOf(outcome, kind) ?? verdict;
  }
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
