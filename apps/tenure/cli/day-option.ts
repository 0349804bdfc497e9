import { WrongUsage } from './wrong-usage.js';

/** The start of a day in UTC, epoch milliseconds. @throws WrongUsage for anything but an existing day `YYYY-MM-DD` */
export function dayOption(option: string, text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) throw new WrongUsage(`${option} is "${text}": write a day such as 1997-09-30.`);
  return time;
}
