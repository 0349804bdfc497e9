import { WrongUsage } from '../wrong-usage.js';

/** `now`, or a day `YYYY-MM-DD` that has begun; undefined where none was given. @throws WrongUsage */
export async function readPresent(text: string | undefined): Promise<string | undefined> {
  if (text === undefined || text === 'now') return text;
  const { isDay } = await import('@tenure/time');
  if (!isDay(text)) throw new WrongUsage(`--present takes now, or a day such as 1998-06-30, not "${text}".`);
  // A day begins 14 hours before UTC's on the easternmost islands.
  if (Date.parse(text) > Date.now() + 14 * 3_600_000) throw new WrongUsage(`--present ${text} lies in the future: nothing is known of it yet.`);
  return text;
}
