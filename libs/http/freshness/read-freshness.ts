import type { Position } from '@tenure/event-log';
import type { Freshness, Moment, Moments } from '@tenure/querying';
import { nearest } from '@tenure/shape';
import { parseDay, parseDuration, parseTime } from '@tenure/time';
import { Problem, wrongParameter } from '../problems/problem.js';

/** The parameters with which every query says how fresh the answer must be. */
export const freshnessParameters = ['minPosition', 'timeout', 'onTimeout', 'asAt'] as const;

const DEFAULT_TIMEOUT = 5_000;
const LONGEST_TIMEOUT = 60_000;
const LONGEST_POSITION = 64;

export const anyFreshness: Freshness = { minPosition: null, timeoutMs: DEFAULT_TIMEOUT, onTimeout: 'fail', asAt: null };

/** Throws a `Problem` for an invalid value. */
export function readFreshness(query: Readonly<Record<string, unknown>>, moments: Moments): Freshness {
  const { minPosition, timeout, onTimeout, asAt } = query;
  if (minPosition === undefined && timeout === undefined && onTimeout === undefined && asAt === undefined) return anyFreshness;
  return {
    minPosition: minPosition === undefined ? null : position('minPosition', minPosition, moments),
    timeoutMs: timeout === undefined ? DEFAULT_TIMEOUT : milliseconds(timeout),
    onTimeout: onTimeout === undefined ? 'fail' : staleOrFail(onTimeout),
    asAt: asAt === undefined ? null : moment('asAt', asAt, moments),
  };
}

/**
 * A position, an RFC 3339 time, or a day, which stands for its end. A text that begins like a day is not a position, so that a
 * mistyped time is not taken for one.
 */
export function moment(name: string, value: unknown, moments: Moments): Moment {
  if (typeof value !== 'string' || value === '') throw wrongParameter(name, 'wrong-moment', 'must be given once, as a position, an RFC 3339 time or a day');
  if (!/^\d{4}-\d\d?(?!\d)/.test(value)) {
    const place = readPosition(value, moments);
    if (place !== null) return { position: place };
    const allowed = 'a position that a command or a read has answered, an RFC 3339 time or a day, e.g. 2026-03-01T12:30:00Z or 2026-03-01';
    throw wrongParameter(name, 'wrong-moment', `must be ${allowed}`);
  }
  const day = parseDay(value);
  const recordedAt = day === null ? parseTime(value) : moments.endOfDay(day);
  if (recordedAt === null) throw wrongParameter(name, 'wrong-time', 'must be an RFC 3339 time or a day that exists, e.g. 2026-03-01T12:30:00Z or 2026-03-01');
  return { recordedAt };
}

/** Leading zeros may be left out. */
export function position(name: string, value: unknown, moments: Moments): Position {
  const read = typeof value === 'string' ? readPosition(value, moments) : null;
  if (read !== null) return read;
  throw wrongParameter(name, 'wrong-position', 'must be one position of this log, as a command or a read has answered it');
}

const readPosition = (text: string, moments: Moments): Position | null => (text.length <= LONGEST_POSITION ? moments.position(text) : null);

function staleOrFail(value: unknown): 'stale' | 'fail' {
  if (value === 'stale' || value === 'fail') return value;
  const meant = typeof value === 'string' ? nearest(value, ['stale', 'fail']) : null;
  throw wrongParameter('onTimeout', 'unknown-word', `must be stale or fail${meant ? `; did you mean ${meant}?` : ''}`);
}

/** Milliseconds, or an ISO 8601 duration of hours, minutes and seconds. */
function milliseconds(value: unknown): number {
  const time = typeof value === 'string' ? asMilliseconds(value) : null;
  if (time !== null && time <= LONGEST_TIMEOUT) return time;
  throw new Problem('invalid-parameter', 'timeout must be milliseconds or an ISO 8601 duration, at most a minute', {
    errors: [
      { pointer: '/timeout', code: 'wrong-duration', detail: `timeout must be from 0 to ${LONGEST_TIMEOUT} (milliseconds), or e.g. PT5S, at most PT1M` },
    ],
  });
}

function asMilliseconds(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const duration = parseDuration(text);
  if (duration === null || duration.years + duration.months + duration.weeks + duration.days > 0) return null;
  return Math.round((duration.hours * 3_600 + duration.minutes * 60 + duration.seconds) * 1_000);
}
