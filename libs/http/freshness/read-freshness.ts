import type { Position } from '@tenure/event-log';
import type { Freshness, Moment } from '@tenure/querying';
import { nearest } from '@tenure/shape';
import { parseDuration, parseTime } from '@tenure/time';
import type { HttpPorts } from '../ports.js';
import { Problem, wrongParameter } from '../problems/problem.js';

/** The parameters of every query that say how fresh the answer must be. */
export const freshnessParameters = ['minPosition', 'timeout', 'onTimeout', 'asAt'] as const;

const DEFAULT_TIMEOUT = 5_000;
const LONGEST_TIMEOUT = 60_000;
const LONGEST_POSITION = 64;

export const asItIs: Freshness = { minPosition: null, timeoutMs: DEFAULT_TIMEOUT, onTimeout: 'fail', asAt: null };

/** Reads positions as the log at hand writes them. */
export type ReadPosition = NonNullable<HttpPorts['readPosition']>;

/** Throws a `Problem` for an invalid value. */
export function readFreshness(query: Readonly<Record<string, unknown>>, readPosition: ReadPosition): Freshness {
  const { minPosition, timeout, onTimeout, asAt } = query;
  if (minPosition === undefined && timeout === undefined && onTimeout === undefined && asAt === undefined) return asItIs;
  return {
    minPosition: minPosition === undefined ? null : position('minPosition', minPosition, readPosition),
    timeoutMs: timeout === undefined ? DEFAULT_TIMEOUT : milliseconds(timeout),
    onTimeout: onTimeout === undefined ? 'fail' : staleOrFail(onTimeout),
    asAt: asAt === undefined ? null : moment('asAt', asAt, readPosition),
  };
}

/** A position or an RFC 3339 time. What begins like a day is a time, so that a mistyped one is not taken for a position. */
export function moment(name: string, value: unknown, readPosition: ReadPosition): Moment {
  if (typeof value !== 'string' || value === '') throw wrongParameter(name, 'wrong-moment', 'must be given once, as a position or an RFC 3339 time');
  if (!/^\d{4}-\d\d?(?!\d)/.test(value)) return { position: position(name, value, readPosition) };
  const recordedAt = parseTime(value);
  if (recordedAt === null) throw wrongParameter(name, 'wrong-time', 'must be an RFC 3339 time that exists, e.g. 2026-03-01T12:30:00Z');
  return { recordedAt };
}

/** Zeros in front may be left out. */
export function position(name: string, value: unknown, readPosition: ReadPosition): Position {
  const read = typeof value === 'string' && value.length <= LONGEST_POSITION ? readPosition(value) : null;
  if (read !== null) return read;
  throw wrongParameter(name, 'wrong-position', 'must be one position of this log, as a command or a read has answered it');
}

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
