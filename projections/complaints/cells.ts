import { type Occurrence, type Severity, severities } from '@tenure/customer';
import { dayOfTime, monthOfDay } from '@tenure/time';
import { cellKey, currency, letterOf, whole } from '../shared/cells/cell-key.js';
import { occurrenceOfStamp } from '../shared/last-write/last-write.js';
import { limbsOf } from '../shared/money/limbs.js';
import { kindOf, readComplaint, resolveClassOf, type StepKind, timeToResolve } from './complaint.js';
import type { StoredComplaint } from './document.js';

export type Flow = 'opened' | StepKind;

/** The sums that complaints add to, a method for each kind of cell. Months are numbered since January 1970, limbs from the low one. */
export interface ComplaintAmounts {
  step(step: Flow, severity: Severity, month: number, amount: number): void;
  /** Complaints that are not resolved now. */
  openNow(severity: Severity, amount: number): void;
  /** By class of time to resolve, in the month of the last resolution; with the seconds it took, in limbs. */
  resolvedIn(resolveClass: number, month: number, amount: number): void;
  secondsToResolve(month: number, limb: number, amount: number): void;
  /** Minor units, in limbs. */
  compensation(currency: string, month: number, limb: number, amount: number): void;
}

const severity = letterOf(Object.fromEntries(severities.map((name) => [name, name[0]!])) as Record<Severity, string>);

/** `oh324`: opened in month 324 with high severity; `nh`; `t2.324`; `T324.0`; `cUSD324.0`. */
export const complaintCells = {
  step: cellKey('', letterOf<Flow>({ opened: 'o', acknowledged: 'a', resolved: 'r', reopened: 'e' }), severity, whole),
  openNow: cellKey('n', severity),
  resolvedIn: cellKey('t', whole, '.', whole),
  secondsToResolve: cellKey('T', whole, '.', whole),
  compensation: cellKey('c', currency, whole, '.', whole),
};

/** The day of a fact in some time zone: a day is the same in each. */
export type DayOf = (occurrence: Occurrence) => number;

/** The sums are kept by days of UTC. */
export const utcDayOf: DayOf = ({ occurredAt }) => dayOfTime(occurredAt);

/** Adds one complaint: each step to the month in which it was taken. */
export function addComplaint(stored: StoredComplaint, dayOf: DayOf, amounts: ComplaintAmounts): void {
  const monthOf = (occurrence: Occurrence): number => monthOfDay(dayOf(occurrence));
  const complaint = readComplaint(stored);
  if (complaint === null) return;
  const { severity, openedAt, resolvedAt } = complaint;
  amounts.step('opened', severity, monthOf(openedAt), 1);
  for (const step of stored[2]) {
    const month = monthOf(occurrenceOfStamp(step[0]));
    amounts.step(kindOf(step), severity, month, 1);
    const [, compensation, currency] = step;
    if (currency === null) continue;
    for (const [at, limb] of limbsOf(compensation).entries()) amounts.compensation(currency, month, at, limb);
  }
  if (resolvedAt === null) {
    amounts.openNow(severity, 1);
    return;
  }
  const time = timeToResolve(openedAt, resolvedAt);
  const month = monthOf(resolvedAt);
  amounts.resolvedIn(resolveClassOf(time), month, 1);
  for (const [at, limb] of limbsOf(time.seconds).entries()) amounts.secondsToResolve(month, at, limb);
}

/** When a complaint was logged and when any step was taken; empty while it is not logged. */
export const factsOf = ([, logged, steps]: StoredComplaint): Occurrence[] =>
  logged.length === 0 ? [] : [...logged, ...steps].map(([stamp]) => occurrenceOfStamp(stamp));
