import type { EventData } from '@eventstore/db-client';
import type { KeyedHash } from '@tenure/log-secret';
import { LogUnavailable } from '../errors.js';
import type { NewEvent } from '../event.js';
import { toEventData } from './envelope.js';
import { remedyOf } from './server-errors.js';

/**
 * One append, or several where the server would not take all at once: the events of one command stay together. When
 * only the first ones get through, a retry with the same ids finds them and goes on behind them.
 */
export function splitAppend(stream: string, firstRevision: number, events: readonly NewEvent[], maxBytes: number, keyed?: KeyedHash): EventData[][] {
  const appends: EventData[][] = [];
  let revision = firstRevision;
  let room = 0;
  for (const command of byCommand(events)) {
    const data = command.map((event) => toEventData(stream, revision++, event, keyed));
    const bytes = data.reduce((sum, each) => sum + sizeOf(each), 0);
    if (bytes > maxBytes) throw tooLarge(command[0]!.metadata.commandId, bytes, maxBytes);
    if (appends.length === 0 || bytes > room) {
      appends.push([]);
      room = maxBytes;
    }
    appends[appends.length - 1]!.push(...data);
    room -= bytes;
  }
  return appends;
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

/** As the server counts: the payloads, and the type at two bytes a character. */
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
