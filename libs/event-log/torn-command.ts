import { StreamDamaged } from './errors.js';
import type { RecordedEvent } from './event.js';

/**
 * Whether a command ends too early: it said how many events it has (`of`), and the event behind `event` is not its next. A stream
 * that ends so may be about to be completed; one that continues behind it is damaged.
 * @param next the event behind it on the stream, null at its end
 */
export function isTorn(event: RecordedEvent, next: RecordedEvent | null): boolean {
  const { commandId, index, of } = event.metadata;
  if (of === undefined || index + 1 >= of) return false;
  return next === null || next.metadata.commandId !== commandId || next.metadata.index !== index + 1;
}

/** The error of a reader that cannot continue past a torn command. */
export function tornCommand({ stream, revision, metadata: { commandId, index, of } }: RecordedEvent): StreamDamaged {
  return new StreamDamaged(
    stream,
    'torn-command',
    `Of command "${commandId}" on stream "${stream}" ${index + 1} of ${of} events are recorded; revision ${revision} is the last. ` +
      'Send the command again as it was first sent, with the same key: its missing events are recorded if they are still the same ones. ' +
      'Else restore the log from a backup.',
  );
}
