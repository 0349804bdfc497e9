import { day, moneyText, seconds } from '../output/figures.js';
import { factsOf, grouped } from '../output/table.js';
import type { ImportResult } from './import-line.js';

export function resultText({
  read,
  accepted,
  duplicate,
  rejected,
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
}: ImportResult): string {
  return factsOf([
    ['rows read', read],
    [dryRun ? 'would be accepted' : 'accepted', accepted],
    ['duplicates', duplicate],
    ['rejected', rejected],
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
    ['position', lastPosition],
    ['took', `${seconds(took)}, ${grouped(Math.round(eventsPerSecond))} events/s`],
  ]);
}
