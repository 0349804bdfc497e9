import type { Command, RowOutcome } from '@tenure/commanding';
import { lacksFact, type MoneyAmount } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import type { CommandSink } from './command-sink.js';
import { type DecidedRow, decideRows } from './decided-rows.js';
import type { TimeValue } from './fields/dates/cell-time.js';
import type { HeldRow } from './held-rows.js';
import type { AnyKind } from './kinds/kind.js';
import type { RejectedSource } from './rejected-rows.js';
import type { PlannedRow } from './row-planner.js';
import type { RowProblem } from './row-problem.js';
import type { Tally } from './tally.js';

export interface SettlementParts {
  readonly sink: Pick<CommandSink, 'executeRows'>;
  readonly kind: AnyKind;
  readonly importId: string;
  readonly tally: Tally;
}

export interface Settled {
  readonly rejected: readonly RejectedSource[];
  /** Refused because of something missing that may come further down: neither counted nor rejected yet. */
  readonly held: readonly HeldRow[];
}

/** Executes rows together and counts the outcomes; rejected rows are returned in the given order. */
export async function settle(rows: readonly PlannedRow[], parts: SettlementParts): Promise<Settled> {
  const { tally } = parts;
  const decided = await decideRows(
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
    const own = row.problem ? null : (decided[next++] as DecidedRow);
    const problem = row.problem ?? (own as DecidedRow).problem;
    if (problem && own && lacksFact(problem)) held.push({ row, problem });
    else if (problem) rejected.push(...reject(row, problem, tally));
    else count(row, own as DecidedRow, parts);
  }
  return { rejected, held };
}

/** Rejects a row for good. */
export function reject({ sources }: PlannedRow, problem: RowProblem, tally: Tally): RejectedSource[] {
  tally.reject(sources, problem);
  return sources.map((source) => ({ source, problem }));
}

function count(row: PlannedRow, { outcome, facts }: DecidedRow, { kind, tally }: SettlementParts): void {
  let isNew = false;
  if (outcome.status === 'accepted') {
    for (const each of outcome.outcomes) {
      if (each.status !== 'accepted' || each.replayed) continue;
      tally.appended(each.events.length, each.position);
      isNew = true;
    }
  }
  if (saysOtherDate(outcome)) tally.seen.noteOtherDate(row.customerId);
  const first = row.commands.find(({ optional }) => !optional)?.command.id;
  const main = facts.find(({ command }) => command.id === first)?.found;
  tally.recorded({
    rows: row.sources.length,
    isNew,
    isNamed: row.hasKey,
    customerId: row.customerId,
    occurredAt: main === undefined ? row.occurredAt : main === null ? undefined : timeOf(main),
    facts: facts.flatMap(({ command, found }) => (found === null ? [] : { id: command.id, amount: summed(kind, command, found) })),
  });
}

/** A customer who is registered already keeps that date, whatever the row says. */
function saysOtherDate(outcome: RowOutcome): boolean {
  const [first] = outcome.status === 'accepted' ? outcome.outcomes : [outcome.outcome];
  return first?.insteadOf?.pointer === '/occurredAt';
}

function timeOf({ occurredAt, precision }: NewEvent): TimeValue {
  return { epoch: occurredAt, precision: precision ?? 'instant', wall: null, asWritten: '' };
}

/** The recorded amount is printed: an option may read the same row as another currency than it did then. */
function summed({ sums }: AnyKind, { name, data }: Command, found: NewEvent | undefined): MoneyAmount | undefined {
  const sign = sums?.[name];
  const { amount } = (found?.data ?? data) as { readonly amount?: MoneyAmount };
  return sign && amount && { minor: sign * amount.minor, currency: amount.currency };
}
