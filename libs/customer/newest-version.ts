import type { AspectEvent, Said } from './aspect.js';
import { aspects } from './aspects.js';
import type { EventSchema } from './event-schema.js';
import { type Fact, withTexts } from './fact.js';

type FromVersion1 = NonNullable<AspectEvent<unknown>['fromVersion1']>;

/** For each type with a version 2: the conversion of version 1 to it. */
const fromVersion1: ReadonlyMap<string, FromVersion1> = new Map(
  aspects.flatMap(({ events, eventSchemas }) =>
    events.flatMap(({ type, versions, fromVersion1: own }): [string, FromVersion1][] => {
      const [first, second] = eventSchemas[type]!;
      return versions.length > 1 ? [[type, own ?? movesTexts(first!, second!)]] : [];
    }),
  ),
);

/** Types whose version 1 held in clear text what version 2 has among the personal fields. */
export const typesOnceInClear: readonly string[] = [...fromVersion1.keys()];

/**
 * The same event as it would be recorded today. Texts that version 1 held in clear move to its personal fields, still in clear:
 * folds know the newest version only. An event of the newest version is returned as it is.
 */
export function inNewestVersion<Event extends Fact>(event: Event): Event {
  if (event.version !== 1) return event;
  const upgrade = fromVersion1.get(event.type);
  if (upgrade === undefined) return event;
  const { data, personal } = upgrade({ data: event.data as Said['data'], personal: event.personal as Said['personal'] });
  const { position, stream, revision, recordedAt } = event as Event & Readonly<Record<string, unknown>>;
  const { type, occurredAt, precision, metadata } = event;
  return { position, stream, revision, type, version: 2, occurredAt, recordedAt, precision, data, personal, metadata } as unknown as Event;
}

/** Moves the fields that are facts in the first schema and personal in the second. */
function movesTexts(first: EventSchema, second: EventSchema): FromVersion1 {
  const facts = Object.keys(first.facts['properties'] as object);
  const moved = Object.keys(second.personal['properties'] as object).filter((name) => facts.includes(name));
  return ({ data, personal }) => {
    const kept = { ...data };
    const texts: Record<string, unknown> = {};
    for (const name of moved) {
      if (kept[name] !== undefined) texts[name] = kept[name];
      delete kept[name];
    }
    return { data: kept, personal: withTexts(personal, texts) };
  };
}
