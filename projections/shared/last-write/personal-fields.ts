import type { RecordedEvent } from '@tenure/event-log';
import { placeOf } from './register-list.js';

/**
 * Personal fields, each as last written, ascending by name. A removed one stays as null. `writer` is the event that wrote it. Of two
 * facts of the same moment and kind the text decides which one stands. Sealed texts cannot decide, because those of one value differ
 * from event to event: here the id of the command decides.
 */
export type PersonalFields = Array<[name: string, value: string | null, stamp: number, writer: string]>;

export function writePersonal(fields: PersonalFields, name: string, value: string | null, stamp: number, event: RecordedEvent): void {
  const writer = writerOf(event);
  const place = placeOf(fields, name);
  const held = fields.at(place);
  if (held === undefined || held[0] !== name) fields.splice(place, 0, [name, value, stamp, writer]);
  else if (stamp > held[2] || (stamp === held[2] && writer > held[3])) fields.splice(place, 1, [name, value, stamp, writer]);
}

/** Names the event among those of the same moment and kind. */
export const writerOf = ({ metadata }: RecordedEvent): string => `${metadata.commandId} ${metadata.index}`;
