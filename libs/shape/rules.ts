import { isDay, isDuration, parseTime } from '@tenure/time';
import type { ValidationOptions } from 'class-validator';
import { isCurrency } from './currency.js';
import { nearestCurrency } from './nearest-currency.js';
import { got, show } from './problem.js';
import { asDecorator, type Rule } from './rule.js';
import { hasInvisible, isDots, isIdentifier, textFault } from './text.js';

/** The value that was sent instead of a string. */
const notKind = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? `, not ${show(value)}` : `, not a ${typeof value}`;
};

const longestId = 128;
const identifier: Rule = {
  name: 'isId',
  code: 'wrong-identifier',
  accepts: (value) => isIdentifier(value, longestId),
  detail(value) {
    if (typeof value === 'number') return `must be a string, not a number: put it in quotes, "${value}"`;
    if (typeof value !== 'string') return `must be a string${notKind(value)}`;
    if (value.length > longestId) return `must be at most ${longestId} characters long; it has ${value.length}`;
    if (value.trim() === '') return 'must not be empty: give an identifier, e.g. "A-1001"';
    if (value.trim() !== value) return 'must not begin or end with white space: trim it';
    if (isDots(value)) return 'must not be "." or "..": no URL can name it';
    if (hasInvisible(value)) return 'must not hold characters that nobody sees, such as zero width spaces or marks of direction: remove them';
    return 'must not hold control characters or broken Unicode: remove them';
  },
  schema: { type: 'string', minLength: 1, maxLength: longestId, pattern: '^\\S(.*\\S)?$' },
};

/** An identifier the caller chose: 1 to 128 characters, no control characters, no white space at the ends. */
export const IsId = (options?: ValidationOptions): PropertyDecorator => asDecorator(identifier, options);

/** A text for people: at most `longest` characters, not blank; line breaks allowed. */
export function IsText(longest: number, options?: ValidationOptions): PropertyDecorator {
  const text: Rule = {
    name: 'isText',
    code: 'wrong-text',
    accepts: (value) => typeof value === 'string' && value.length <= longest && textFault(value, true) === null && value.trim() !== '',
    detail(value) {
      if (typeof value !== 'string') return `must be a text of at most ${longest} characters${notKind(value)}`;
      if (value.length > longest) return `must be at most ${longest} characters long; it has ${value.length}`;
      if (textFault(value, true)) return 'must not hold control characters or broken Unicode: remove them';
      return 'must not be blank: leave the field out if there is nothing to say';
    },
    schema: { type: 'string', minLength: 1, maxLength: longest },
  };
  return asDecorator(text, options);
}

const time: Rule = {
  name: 'isTime',
  code: 'wrong-time',
  accepts: (value) => typeof value === 'string' && parseTime(value) !== null,
  detail: (value) => `must be an RFC 3339 time of a day that exists, with a zone, e.g. "2026-03-01T12:30:00Z" or "2026-03-01"${got(value)}`,
  schema: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
};

/** RFC 3339 date-time with a zone, or a date (its midnight UTC). */
export const IsTime = (options?: ValidationOptions): PropertyDecorator => asDecorator(time, options);

const day: Rule = {
  name: 'isDay',
  code: 'wrong-day',
  accepts: (value) => typeof value === 'string' && isDay(value),
  detail: () => 'must be a calendar day that exists, as YYYY-MM-DD, e.g. "1984-05-17"',
  schema: { type: 'string', format: 'date' },
};

/** A calendar day, `YYYY-MM-DD`. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator => asDecorator(day, options);

const duration: Rule = {
  name: 'isDuration',
  code: 'wrong-duration',
  accepts: (value) => typeof value === 'string' && isDuration(value),
  detail: (value) => `must be an ISO 8601 duration longer than nothing, e.g. "P1M" (a month), "P1Y" or "P90D"${got(value)}`,
  schema: { type: 'string', format: 'duration' },
};

/** An ISO 8601 duration such as `P1M`. */
export const IsDuration = (options?: ValidationOptions): PropertyDecorator => asDecorator(duration, options);

const currency: Rule = {
  name: 'isCurrencyCode',
  code: 'unknown-currency',
  accepts: isCurrency,
  detail(value) {
    if (typeof value !== 'string') return `must be an ISO 4217 currency code, e.g. "USD"${notKind(value)}`;
    const meant = nearestCurrency(value);
    return `must be an ISO 4217 currency code in capitals, e.g. "USD"${got(value)}${meant ? `, did you mean "${meant}"?` : ''}`;
  },
  schema: { type: 'string', pattern: '^[A-Z]{3}$' },
};

/** An ISO 4217 currency code. (class-validator's `IsCurrency` is about amounts written as text.) */
export const IsCurrency = (options?: ValidationOptions): PropertyDecorator => asDecorator(currency, options);

/** A rule for a parameter of a query string; an empty parameter counts as absent, because forms send it so. */
interface TextRule extends Omit<Rule, 'accepts'> {
  accepts(text: string): boolean;
}

/** Makes a property decorator from a rule for a parameter, which arrives as text whatever its meaning. */
export const textRule = (rule: TextRule, options?: ValidationOptions): PropertyDecorator =>
  asDecorator({ ...rule, accepts: (value) => value === '' || (typeof value === 'string' && rule.accepts(value)) }, options);

/** A whole number written as text, as query strings carry it, from `least` to `most`. */
export function IsWholeNumberText(least = 0, most = Number.MAX_SAFE_INTEGER, options?: ValidationOptions): PropertyDecorator {
  const number: TextRule = {
    name: 'isWholeNumberText',
    code: 'out-of-range',
    accepts: (text) => /^-?\d{1,16}$/.test(text) && Number(text) >= least && Number(text) <= most,
    detail: (value) => `must be a whole number from ${least} to ${most}${got(value)}`,
    schema: { type: 'integer', minimum: least, maximum: most },
  };
  return textRule(number, options);
}

/** A decimal number written as text, as query strings carry it, from `least` to `most`. */
export function IsNumberText(least: number, most: number, options?: ValidationOptions): PropertyDecorator {
  const number: TextRule = {
    name: 'isNumberText',
    code: 'out-of-range',
    accepts: (text) => text.length <= 32 && /^-?\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most,
    detail: (value) => `must be a number from ${least} to ${most}, e.g. "0.1"${got(value)}`,
    schema: { type: 'number', minimum: least, maximum: most },
  };
  return textRule(number, options);
}
