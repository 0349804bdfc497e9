import { dayOption } from '../day-option.js';
import { WrongUsage } from '../wrong-usage.js';

/** More tests than anybody reads. */
const mostTests = 100;
const DAY = 86_400_000;

/**
 * The days of a rolling back-test: from the first to the last, both `YYYY-MM-DD` and inclusive, every so many days.
 * @throws WrongUsage for invalid days, days in the wrong order, or too many
 */
export function testDays(first: string, last: string, every: string): string[] {
  const step = /^P([1-9]\d{0,3})D$/.exec(every)?.[1];
  if (step === undefined) throw new WrongUsage(`--every is "${every}": write whole days, such as P30D.`);
  const [from, to] = [dayOption('--at', first), dayOption('--until', last)];
  if (to < from) throw new WrongUsage(`--until ${last} is before --at ${first}.`);
  const days: string[] = [];
  for (let time = from; time <= to; time += Number(step) * DAY) days.push(new Date(time).toISOString().slice(0, 10));
  if (days.length > mostTests) throw new WrongUsage(`That would be ${days.length} tests, more than ${mostTests}: take a longer --every.`);
  return days;
}
