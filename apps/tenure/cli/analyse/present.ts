import { dayOption } from '../day-option.js';
import { WrongUsage } from '../wrong-usage.js';

/** A day begins on the easternmost islands this long before it does in UTC. */
const EASTERNMOST_MS = 14 * 3_600_000;

/** `now`, or a day `YYYY-MM-DD` that has begun; undefined where none was given. @throws WrongUsage */
export function readPresent(text: string | undefined): string | undefined {
  if (text === undefined || text === 'now') return text;
  if (dayOption('--present', text) > Date.now() + EASTERNMOST_MS) throw new WrongUsage(`--present ${text} lies in the future: nothing is known of it yet.`);
  return text;
}
