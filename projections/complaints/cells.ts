import type { CellAmount } from '@tenure/read-store';
import { dayOfTime, monthOfDay } from '@tenure/time';
import { timeOfStamp } from '../last-write/last-write.js';
import { kindOf, readComplaint, resolveClassOf, type StepKind } from './complaint.js';
import type { StoredComplaint } from './projection.js';

/** Letters of the cells: `oh324` opened in month 324 with high severity, and so on. */
export const flowLetters = { opened: 'o', acknowledged: 'a', resolved: 'r', reopened: 'e' } as const;
export type Flow = keyof typeof flowLetters;

/** The month of a moment in milliseconds, in some time zone. */
export type MonthOfTime = (milliseconds: number) => number;

/** The sums are kept by months of UTC. */
export const utcMonthOfTime: MonthOfTime = (milliseconds) => monthOfDay(dayOfTime(milliseconds));

/**
 * What one complaint adds: each step to the month it was taken in, by severity (first letter); `nh` while it is not
 * resolved; once it is, `t2.324` to its class of time to resolve, `T324` the seconds, in the month of the resolution;
 * and `cUSD324`, compensation in minor units.
 */
export function complaintCells(stored: StoredComplaint, monthOfTime: MonthOfTime): CellAmount[] {
  const complaint = readComplaint(stored);
  if (complaint === null) return [];
  const severity = complaint.severity[0]!;
  const cells: CellAmount[] = [[`${flowLetters.opened}${severity}${monthOfTime(complaint.openedAt)}`, 1]];
  for (const step of stored[2]) {
    const month = monthOfTime(timeOfStamp(step[0]));
    const kind: StepKind = kindOf(step);
    cells.push([`${flowLetters[kind]}${severity}${month}`, 1]);
    if (step[3] !== null) cells.push([`c${step[3]}${month}`, step[2]]);
  }
  if (complaint.resolvedAt === null) cells.push([`n${severity}`, 1]);
  else {
    const seconds = Math.max(0, Math.round((complaint.resolvedAt - complaint.openedAt) / 1000));
    const month = monthOfTime(complaint.resolvedAt);
    cells.push([`t${resolveClassOf(seconds)}.${month}`, 1], [`T${month}`, seconds]);
  }
  return cells;
}

/** When the latest step of some complaints was taken, milliseconds; null when nothing was logged. */
export function latestStepOf(complaints: readonly StoredComplaint[]): number | null {
  let latest = -Infinity;
  for (const [, logged, steps] of complaints) {
    if (logged === null) continue;
    latest = Math.max(latest, timeOfStamp(logged[0]), timeOfStamp(steps.at(-1)?.[0] ?? -Infinity));
  }
  return latest === -Infinity ? null : latest;
}
