const UNITS_OF_DATE = 'YMWD';
const UNITS_OF_TIME = 'HMS';
/** Nobody means a part longer than this many digits, and it keeps every sum of parts a safe number. */
const MOST_DIGITS = 6;

/**
 * Whether the text is an ISO 8601 duration of whole units in their order, longer than nothing: `P1M`, `P1Y6M`, `PT12H`,
 * `P2W`. Signs and fractions are refused.
 */
export function isDuration(text: string): boolean {
  if (text.length < 3 || text.length > 48 || text[0] !== 'P') return false;
  let units = UNITS_OF_DATE;
  let inTime = false;
  let positive = false;
  let at = 1;
  while (at < text.length) {
    if (text[at] === 'T' && !inTime) {
      inTime = true;
      units = UNITS_OF_TIME;
      at += 1;
    }
    const start = at;
    while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at += 1;
    if (at === start || at - start > MOST_DIGITS || at === text.length) return false;
    if (Number(text.slice(start, at)) > 0) positive = true;
    const unit = units.indexOf(text[at] ?? '');
    if (unit < 0) return false;
    units = units.slice(unit + 1);
    at += 1;
  }
  return positive;
}
