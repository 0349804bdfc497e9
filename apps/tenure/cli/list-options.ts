import { flagOf } from './verb.js';
import { WrongUsage } from './wrong-usage.js';

/** Refuses options that only the list of all customers has, with one customer or another figure, instead of passing over them. */
export function refuseListOptions(options: Readonly<Record<string, unknown>>): void {
  const misplaced = Object.keys(options).find((name) => options[name] !== undefined);
  if (misplaced !== undefined) throw new WrongUsage(`${flagOf(misplaced)} goes with the list of all customers.`);
}
