import type { CommandRow, RowOutcome } from '@tenure/commanding';
import { lacksFact, type MoneyAmount, type Rejection } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import type { CommandSink } from './command-sink.js';
import type { TimeValue } from './fields/dates/cell-time.js';
import type { HeldRow } from './held-rows.js';
import { recordedOtherwise } from './identity/recorded-otherwise.js';
import type { AnyKind } from './kinds/kind.js';
import type { RejectedSource } from './rejected-rows.js';
import type { PlannedRow } from './row-planner.js';
import { RowProblem } from './row-problem.js';
import { fieldAt } from './row-shapes.js';
import type { Tally } from './tally.js';

export interface SettlementParts {
  readonly sink: Pick<CommandSink, 'executeRows'>;
  readonly kind: AnyKind;
  readonly importId: string;
  readonly tally: Tally;
}

export interface Settled {
  readonly rejected: readonly RejectedSource[];
  /** Refused for want of what may come further down: neither counted nor rejected yet. */
  readonly held: readonly HeldRow[];
}

interface Decided {
  readonly outcome: RowOutcome;
  /** What the log holds in the place of the row's fact, where the two are not the same to the letter. */
  readonly found: NewEvent | null;
  /** Why that is another fact, or what is wrong with this one by itself: that hangs on no row before it. */
  readonly otherwise: RowProblem | null;
}

/** Runs rows together and counts what came of them; rejected rows are returned in the order given. */
export async function settle(rows: readonly PlannedRow[], parts: SettlementParts): Promise<Settled> {
  const { kind, tally } = parts;
  const decided = await decideAll(
    rows.filter(({ problem, leftOut }) => problem === null && leftOut === null),
    parts,
  );
  const rejected: RejectedSource[] = [];
  const held: HeldRow[] = [];
  let next = 0;
  for (const row of rows) {
    if (row.leftOut !== null) {
      tally.leaveOut(row.leftOut, row.sources.length);
      continue;
    }
    const own = row.problem ? null : (decided[next++] as Decided);
    const problem = row.problem ?? problemOf(own as Decided, kind);
    if (problem && own && lacksFact(problem)) held.push({ row, problem });
    else if (problem) rejected.push(...reject(row, problem, tally));
    else count(row, own as Decided, tally);
  }
  return { rejected, held };
}

/** Gives a row up. */
export function reject({ sources }: PlannedRow, problem: RowProblem, tally: Tally): RejectedSource[] {
  tally.reject(sources, problem);
  return sources.map((source) => ({ source, problem }));
}

function count(row: PlannedRow, { outcome, found }: Decided, tally: Tally): void {
  let isNew = false;
  if (outcome.status === 'accepted') {
    for (const each of outcome.outcomes) {
      if (each.status !== 'accepted' || each.replayed) continue;
      tally.appended(each.events.length, each.position);
      isNew = true;
    }
  }
  const { customerId, occurredAt, amount } = found ? asRecorded(row, found) : row;
  const id = row.hasKey ? (row.commands.at(-1)?.command.id ?? null) : null;
  tally.recorded({ id, rows: row.sources.length, isNew, customerId, occurredAt, amount });
}

/**
 * One outcome for each row. A row whose key is known with another hash is compared with what is recorded: the same fact,
 * written otherwise, is known, and the rest of the row is decided without it.
 */
async function decideAll(rows: readonly PlannedRow[], { sink, kind, importId }: SettlementParts): Promise<Decided[]> {
  if (rows.length === 0) return [];
  const outcomes = await sink.executeRows(rows.map(({ commands }) => commands));
  const decided = outcomes.map((outcome): Decided => ({ outcome, found: null, otherwise: null }));
  let open: { at: number; commands: CommandRow }[] = [];
  outcomes.forEach(({ status }, at) => {
    if (status === 'refused') open.push({ at, commands: rows[at]!.commands });
  });
  for (;;) {
    const again: { at: number; commands: CommandRow }[] = [];
    for (const { at, commands } of open) {
      const { outcome, found } = decided[at] as Decided;
      if (outcome.status !== 'refused' || outcome.outcome.status !== 'key-reused') continue;
      const { recorded, corrected, refusedAnyway } = outcome.outcome;
      const first = recorded?.at(-1);
      if (!first) continue;
      const { command } = commands[outcome.at] as CommandRow[number];
      const differsFrom = (fact: NewEvent): RowProblem | null => (rows[at]?.hasKey ? recordedOtherwise(kind, command, fact, importId) : null);
      // A row may say what holds now, or, as an older file does, what was recorded first.
      const fact = corrected && differsFrom(first) ? corrected : first;
      const differs = differsFrom(fact);
      const otherwise = differs && refusedAnyway ? asProblem(refusedAnyway, kind) : differs;
      if (otherwise) decided[at] = { outcome, found: null, otherwise };
      else {
        const others = commands.filter((_, index) => index !== outcome.at);
        decided[at] = { outcome: nothingNew, found: found ?? fact, otherwise: null };
        if (others.length > 0) again.push({ at, commands: others });
      }
    }
    if (again.length === 0) return decided;
    const answers = await sink.executeRows(again.map(({ commands }) => commands));
    again.forEach(({ at }, index) => {
      decided[at] = { ...(decided[at] as Decided), outcome: answers[index] as RowOutcome };
    });
    open = again;
  }
}

const nothingNew: RowOutcome = { status: 'accepted', outcomes: [] };

/** Null for a row that is recorded, or that would change nothing. */
function problemOf({ outcome, otherwise }: Decided, kind: AnyKind): RowProblem | null {
  if (outcome.status === 'accepted') return null;
  if (otherwise) return otherwise;
  const { outcome: refusal } = outcome;
  switch (refusal.status) {
    case 'rejected':
      return refusal.rejection.code === 'nothing-changed' ? null : asProblem(refusal.rejection, kind);
    case 'key-reused':
      return new RowProblem('key-reused', null, refusal.detail);
    case 'revision-mismatch':
      return new RowProblem('revision-mismatch', null, 'the customer changed meanwhile: import the row again');
  }
}

function asProblem({ code, detail, pointer }: Rejection, kind: AnyKind): RowProblem {
  return new RowProblem(code, fieldAt(kind, pointer), detail);
}

/** What is printed is what is recorded: an option may read the same row as another moment or another currency than it did then. */
function asRecorded({ customerId, amount }: PlannedRow, fact: NewEvent): { customerId: string; occurredAt: TimeValue; amount: MoneyAmount | undefined } {
  const { amount: recorded } = fact.data as { readonly amount?: MoneyAmount };
  const occurredAt: TimeValue = { epoch: fact.occurredAt, precision: fact.precision ?? 'instant', wall: null, asWritten: '' };
  return { customerId, occurredAt, amount: amount && recorded && { minor: amount.minor < 0 ? -recorded.minor : recorded.minor, currency: recorded.currency } };
}
