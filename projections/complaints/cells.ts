import type { Occurrence } from '@tenure/customer';
import type { CellAmount } from '@tenure/read-store';
import { dayOfTime, monthOfDay } from '@tenure/time';
import { occurrenceOfStamp } from '../shared/last-write/last-write.js';
import { limbCells, limbsOf } from '../shared/money/limbs.js';
import { kindOf, readComplaint, resolveClassOf, type StepKind, timeToResolve } from './complaint.js';
import type { StoredComplaint } from './document.js';

/** Letters of the cells: `oh324` opened in month 324 with high severity, and so on. */
export const flowLetters = { opened: 'o', acknowledged: 'a', resolved: 'r', reopened: 'e' } as const;
export type Flow = keyof typeof flowLetters;

/** The day a fact falls on, in some time zone: a day falls on itself. */
export type DayOf = (occurrence: Occurrence) => number;

/** The sums are kept by days of UTC. */
export const utcDayOf: DayOf = ({ occurredAt }) => dayOfTime(occurredAt);

/**
 * What one complaint adds: each step to the month it was taken in, by severity (first letter); `nh` while it is not
 * resolved; once it is, `t2.324` to its class of time to resolve, and in limbs `T324.0` the seconds, in the month of the
 * resolution; and `cUSD324.0`, compensation in minor units.
 */
export function complaintCells(stored: StoredComplaint, dayOf: DayOf): CellAmount[] {
  const monthOf = (occurrence: Occurrence): number => monthOfDay(dayOf(occurrence));
  const complaint = readComplaint(stored);
  if (complaint === null) return [];
  const severity = complaint.severity[0]!;
  const cells: CellAmount[] = [[`${flowLetters.opened}${severity}${monthOf(complaint.openedAt)}`, 1]];
  for (const step of stored[2]) {
    const month = monthOf(occurrenceOfStamp(step[0]));
    const kind: StepKind = kindOf(step);
    cells.push([`${flowLetters[kind]}${severity}${month}`, 1]);
    const [, compensation, currency] = step;
    if (currency !== null) cells.push(...limbCells(`c${currency}${month}`, limbsOf(compensation)));
  }
  if (complaint.resolvedAt === null) cells.push([`n${severity}`, 1]);
  else {
    const time = timeToResolve(complaint.openedAt, complaint.resolvedAt);
    const month = monthOf(complaint.resolvedAt);
    cells.push([`t${resolveClassOf(time)}.${month}`, 1], ...limbCells(`T${month}`, limbsOf(time.seconds)));
  }
  return cells;
}

/** The latest day on which anything was logged or done about some complaints; null when nothing was logged. */
export function latestDayOf(complaints: readonly StoredComplaint[], dayOf: DayOf): number | null {
  let latest = -Infinity;
  for (const [, logged, steps] of complaints) {
    if (logged.length === 0) continue;
    for (const [stamp] of [...logged, ...steps]) latest = Math.max(latest, dayOf(occurrenceOfStamp(stamp)));
  }
  return latest === -Infinity ? null : latest;
}
