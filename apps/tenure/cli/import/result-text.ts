import { day, moneyText, seconds } from '../output/figures.js';
import { factsOf, grouped } from '../output/table.js';
import type { ImportResult } from './follow-import.js';

export function resultText({
  read,
  accepted,
  duplicate,
  repeated,
  rejected,
  reasons,
  leftOut,
  leftOutReasons,
  customers,
  amount,
  from,
  to,
  timeZone,
  understood,
  lastPosition,
  seconds: took,
  eventsPerSecond,
  dryRun,
  importId,
}: ImportResult): string {
  const facts = factsOf([
    ['rows read', read],
    [dryRun ? 'would be accepted' : 'accepted', accepted],
    ['duplicates', repeated === 0 ? duplicate : `${grouped(duplicate)}, ${grouped(repeated)} of them repeated in this file`],
    ['rejected', rejected],
    ['left out', leftOut > 0 ? `${grouped(leftOut)}: ${leftOutReasons.map(({ reason, rows }) => `${grouped(rows)} ${reason}`).join(', ')}` : null],
    ['customers', customers],
    ['amount', amount.map(moneyText).join(' + ')],
    ['from', from && `${day(from)} to ${day(to)}`],
    ['time zone', timeZone],
    [
      'understood',
      Object.entries(understood)
        .map(([field, how]) => `${field}: ${how}`)
        .join(', '),
    ],
    ['import', importId],
    ['position', lastPosition],
    ['took', `${seconds(took)}, ${grouped(Math.round(eventsPerSecond))} events/s`],
  ]);
  return reasons.length === 0 ? facts : `${facts}\n\n${reasonsText(reasons)}`;
}

const mostReasons = 10;

/** The most frequent causes, each with the first row that has it. */
function reasonsText(reasons: ImportResult['reasons']): string {
  const lines = reasons.slice(0, mostReasons).map(({ reason, rows, example }) => `  ${grouped(rows)} x ${reason}, e.g. line ${example.line}: ${example.text}`);
  const others = reasons.slice(mostReasons).reduce((sum, { rows }) => sum + rows, 0);
  if (others > 0) lines.push(`  ${grouped(others)} for other reasons`);
  return ['Rejected:', ...lines].join('\n');
}
