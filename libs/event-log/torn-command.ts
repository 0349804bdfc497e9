import { StreamDamaged } from './errors.js';
import type { RecordedEvent } from './event.js';

/**
 * Whether a command ends too early: it said how many events it has (`of`), and the one behind `event` is not its next. A stream that
 * ends so may be in the middle of being completed; one that goes on behind it is damaged.
 * @param next the event behind it on the stream, null at its end
 */
export function isTorn(event: RecordedEvent, next: RecordedEvent | null): boolean {
  const { commandId, index, of } = event.metadata;
  if (of === undefined || index + 1 >= of) return false;
  return next === null || next.metadata.commandId !== commandId || next.metadata.index !== index + 1;
}

/** What a reader throws that cannot go on over a torn command. */
export function tornCommand({ stream, revision, metadata: { commandId, index, of } }: RecordedEvent): StreamDamaged {
  return new StreamDamaged(
    stream,
    'torn-command',
    `Of command "${commandId}" on stream "${stream}" ${index + 1} of ${of} events are recorded; revision ${revision} is the last. ` +
      'Send the command again as it was first sent, with the same key: its missing events are recorded if they are still the same ones. ' +
      'Else restore the log from a backup.',
  );
}
