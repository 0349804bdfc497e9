import type { CommandProcessor, CommandRow, Outcome, RowOutcome } from '@tenure/commanding';
import { plainEvent } from '@tenure/customer';
import type { AnswersToThread } from '@tenure/threads';

/** The answers of the main thread to an import's thread: rows decided and recorded, or tried. */
export function commandsForThread(commands: CommandProcessor): AnswersToThread {
  const preview = commands.preview();
  return {
    knows: (customerId: string) => commands.knows(customerId),
    executeRows: async (rows: readonly CommandRow[]) => (await commands.executeRows(rows)).map(crossing),
    previewRows: async (rows: readonly CommandRow[]) => (await preview.executeRows(rows)).map(crossing),
  };
}

/** As plain data: an import never asks for the ids of events, which are derived, and events read from the log are no plain objects. */
function crossing(outcome: RowOutcome): RowOutcome {
  if (outcome.status === 'accepted') return { ...outcome, outcomes: outcome.outcomes.map(crossingOutcome) };
  return { ...outcome, outcome: crossingOutcome(outcome.outcome) as typeof outcome.outcome };
}

function crossingOutcome(outcome: Outcome): Outcome {
  if (outcome.status === 'accepted') return { ...outcome, events: outcome.events.map(({ type, revision }) => ({ eventId: '', type, revision })) };
  if (outcome.status !== 'key-reused') return outcome;
  const { recorded, now } = outcome;
  return { ...outcome, ...(recorded && { recorded: plainEvent(recorded) }), ...(now && { now: plainEvent(now) }) };
}
