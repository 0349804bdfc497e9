import { oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { granularities, weekStarts } from './calendar.js';

const day: Schema = { type: 'string', format: 'date' };

/** The fields of a `ShownSpan`. */
export const spanSchemas = { from: orNull(day), to: orNull(day) };

export const presentSchema = record({ day, basis: oneOf(['latest-fact', 'now', 'asked']) });

/** The fields of `CalendarRules`. */
export const calendarSchemas = { granularity: oneOf(granularities), timezone: text, weekStart: oneOf(weekStarts) };
