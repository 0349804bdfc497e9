import type { EventData } from '@eventstore/db-client';
import type { KeyedHash } from '@tenure/log-secret';
import { LogUnavailable } from '../errors.js';
import type { NewEvent } from '../event.js';
import type { AppendRequest } from '../event-log.js';
import { toEventData } from './envelope.js';
import { remedyOf } from './server-errors.js';

/**
 * One append, or several if the server would not take all events at once: the events of one decision stay together.
 * When only the first appends get through, a retry with the same ids finds them and appends the rest behind them.
 */
export function splitAppend({ stream, expected, events, decisions }: AppendRequest, maxBytes: number, keyed?: KeyedHash): EventData[][] {
  const appends: EventData[][] = [];
  let revision = expected === 'no-stream' ? 0 : expected + 1;
  let room = 0;
  for (const decision of decisions ? inParts(events, decisions) : byCommand(events)) {
    const data = decision.map((event) => toEventData(stream, revision++, event, keyed));
    const bytes = data.reduce((sum, each) => sum + sizeOf(each), 0);
    if (bytes > maxBytes) throw tooLarge(decision[0]!.metadata.commandId, bytes, maxBytes);
    if (appends.length === 0 || bytes > room) {
      appends.push([]);
      room = maxBytes;
    }
    appends[appends.length - 1]!.push(...data);
    room -= bytes;
  }
  return appends;
}

function inParts(events: readonly NewEvent[], lengths: readonly number[]): NewEvent[][] {
  let end = 0;
  const parts = lengths.map((length) => {
    end += length;
    return events.slice(end - length, end);
  });
  if (end !== events.length) throw new RangeError(`the decisions of an append have ${end} events, the append has ${events.length}`);
  return parts;
}

function byCommand(events: readonly NewEvent[]): NewEvent[][] {
  const commands: NewEvent[][] = [];
  for (const event of events) {
    const last = commands[commands.length - 1];
    if (last && last[0]!.metadata.commandId === event.metadata.commandId) last.push(event);
    else commands.push([event]);
  }
  return commands;
}

/** Size as the server counts it: the payloads, and the type at two bytes a character. */
function sizeOf({ type, data, metadata }: EventData): number {
  return 2 * type.length + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));
}

function tooLarge(commandId: string, bytes: number, maxBytes: number): LogUnavailable {
  return new LogUnavailable(
    'too-large',
    'not-appended',
    `The events of command "${commandId}" are ${bytes} bytes; one append takes ${maxBytes}. ${remedyOf('too-large')}`,
  );
}
