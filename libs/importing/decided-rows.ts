import type { Refusal, RowOutcome } from '@tenure/commanding';
import type { Rejection } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import type { CommandSink } from './command-sink.js';
import { recordedOtherwise } from './identity/recorded-otherwise.js';
import { restOfTotal } from './identity/rest-of-total.js';
import type { AnyKind } from './kinds/kind.js';
import type { PlannedCommand, PlannedRow } from './row-planner.js';
import { RowProblem } from './row-problem.js';
import { fieldAt } from './row-shapes.js';

/** The fact that a command of a row stands for in the log. */
export interface RowFact {
  readonly command: PlannedCommand['command'];
  /** The fact as it holds now, where it differs from the row: null once it was voided. */
  readonly found?: NewEvent | null;
}

export interface DecidedRow {
  readonly outcome: RowOutcome;
  readonly facts: readonly RowFact[];
  /** Why nothing of it is recorded; null where all of it is, by this run or an earlier one. */
  readonly problem: RowProblem | null;
}

export interface DecidingParts {
  readonly sink: Pick<CommandSink, 'executeRows'>;
  readonly kind: AnyKind;
  readonly importId: string;
}

const nothingNew: RowOutcome = { status: 'accepted', outcomes: [] };

/**
 * One result for each row. A row whose key is known with another hash is compared with what is recorded: if it is the same fact,
 * written differently, it counts as known, and the rest of the row is decided without it.
 */
export async function decideRows(rows: readonly PlannedRow[], parts: DecidingParts): Promise<DecidedRow[]> {
  const decided = rows.map((): DecidedRow => ({ outcome: nothingNew, facts: [], problem: null }));
  let open = rows.map(({ commands }, at) => ({ at, commands }));
  while (open.length > 0) {
    const outcomes = await parts.sink.executeRows(open.map(({ commands }) => commands));
    const again: typeof open = [];
    open.forEach(({ at, commands }, index) => {
      const step = after(decided[at] as DecidedRow, commands, outcomes[index] as RowOutcome, { ...parts, hasKey: rows[at]?.hasKey === true });
      decided[at] = step.decided;
      if (step.left.length > 0) again.push({ at, commands: step.left });
    });
    open = again;
  }
  return decided;
}

interface Step {
  readonly decided: DecidedRow;
  /** Commands that remain to be decided. */
  readonly left: readonly PlannedCommand[];
}

interface ComparingParts extends DecidingParts {
  readonly hasKey: boolean;
}

function after({ facts }: DecidedRow, commands: readonly PlannedCommand[], outcome: RowOutcome, parts: ComparingParts): Step {
  const finished = (more: readonly RowFact[], problem: RowProblem | null = null): Step => ({
    decided: { outcome, facts: [...facts, ...more], problem },
    left: [],
  });
  if (outcome.status === 'accepted') return finished(factsOf(outcome, commands));
  if (isUnchanged(outcome)) return finished(commands.map(({ command }) => ({ command })));
  const refused = commands[outcome.at] as PlannedCommand;
  const known = compared(refused, outcome.outcome, parts);
  if (known === null) return finished([], problemOf(outcome.outcome, refused, parts.kind));
  if (known instanceof RowProblem) return finished([], known);
  return {
    decided: { outcome: nothingNew, facts: [...facts, known.fact], problem: null },
    left: commands.flatMap((each) => (each === refused ? (known.rest ?? []) : each)),
  };
}

/** A statement that says what already holds. */
function isUnchanged({ outcome }: Extract<RowOutcome, { status: 'refused' }>): boolean {
  return outcome.status === 'rejected' && outcome.rejection.code === 'nothing-changed';
}

function factsOf({ outcomes }: Extract<RowOutcome, { status: 'accepted' }>, commands: readonly PlannedCommand[]): RowFact[] {
  return commands.flatMap(({ command, optional }, at) => {
    const outcome = outcomes[at];
    return optional || outcome?.status !== 'accepted' ? [] : { command, ...(outcome.isVoided && { found: null }) };
  });
}

interface Known {
  readonly fact: RowFact;
  /** What the row states beyond the recorded fact. */
  readonly rest: PlannedCommand | null;
}

/** What a command with a used key says differently from the log, if anything; null where the log does not tell. */
function compared(planned: PlannedCommand, refusal: Refusal, { kind, importId, hasKey }: ComparingParts): Known | RowProblem | null {
  if (refusal.status !== 'key-reused' || !refusal.recorded) return null;
  const { command } = planned;
  const { recorded, now = recorded, refusedAnyway } = refusal;
  // A row may state what holds now, or, as an older file does, what was first recorded.
  const differs = hasKey ? recordedOtherwise(kind, planned, recorded, importId) : null;
  if (!differs) return { fact: { command, found: now && recorded }, rest: null };
  const differsNow = now === recorded ? differs : recordedOtherwise(kind, planned, now, importId);
  if (!differsNow) return { fact: { command, found: now }, rest: null };
  const rest = restOfTotal(planned, now);
  if (rest) return { fact: { command, found: now }, rest };
  return refusedAnyway ? asProblem(refusedAnyway, planned, kind) : differsNow;
}

function problemOf(refusal: Refusal, planned: PlannedCommand, kind: AnyKind): RowProblem {
  switch (refusal.status) {
    case 'rejected':
      return asProblem(refusal.rejection, planned, kind);
    case 'key-reused':
      return new RowProblem('key-reused', null, refusal.detail);
    case 'revision-mismatch':
      return new RowProblem('revision-mismatch', null, 'the customer changed meanwhile: import the row again');
  }
}

function asProblem({ code, detail, pointer }: Rejection, { total }: PlannedCommand, kind: AnyKind): RowProblem {
  return new RowProblem(code, total && pointer?.startsWith('/amount') ? total.field : fieldAt(kind, pointer), detail);
}
