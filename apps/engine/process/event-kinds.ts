import { eventSchemas, events } from '@tenure/customer';
import type { EventKind } from '@tenure/http';
import { streamKinds } from './stream-kinds.js';

/** Every type of event that this version records and shows, whatever its stream. Events of keys are never shown. */
export const eventKinds: readonly EventKind[] = [
  ...events.map(({ type }) => ({ type, ofCustomer: true, versions: eventSchemas[type]!.map(({ facts, personal }) => ({ facts, personal })) })),
  ...streamKinds.all.flatMap((kind) => Object.entries(kind.eventSchemas ?? {})).map(([type, facts]) => ({ type, ofCustomer: false, versions: [{ facts }] })),
];
