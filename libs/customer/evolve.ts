import type { AspectEvent } from './aspect.js';
import { aspects } from './aspects.js';
import { newestSchema } from './event-schemas.js';
import type { Fact } from './fact.js';
import { inNewestVersion } from './newest-version.js';
import type { CustomerState } from './state.js';

// biome-ignore lint/suspicious/noExplicitAny: each aspect has a state of its own
interface KnownEvent extends AspectEvent<any> {
  readonly aspect: keyof CustomerState;
}

const eventTypes = new Map<string, KnownEvent>(aspects.flatMap(({ name: aspect, events }) => events.map((event) => [event.type, { ...event, aspect }])));

/** Every type of event on a customer's stream, with its readable versions. */
export const events: readonly { readonly type: string; readonly versions: readonly number[] }[] = [...eventTypes.values()];

/** An event that this version of the program does not know: a decision without it could contradict it. */
export class UnknownEventError extends Error {
  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(
      `the customer's history holds a ${type} of version ${version}, which this version of Tenure does not know: run the version that wrote it, or a later one`,
    );
    this.name = 'UnknownEventError';
  }
}

/** Of two facts about the same thing at the same moment the one of higher rank is the later. */
export const rankOf = (type: string): number => eventTypes.get(type)?.rank ?? 0;

/** Remarks about a fact in free words, by field, shown beside the sentence of its event. null: removed. Sealed where the event is. */
export function saidBeside({ type, personal }: { readonly type: string; readonly personal?: unknown }): Record<string, string | null> {
  const fields = (personal ?? {}) as Readonly<Record<string, string | null>>;
  const named = newestSchema(type)?.beside ?? [];
  return Object.fromEntries(named.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

/** A sentence for a person that says what happened; from the facts only, nothing personal. For the newest version (`inNewestVersion`). */
export function sentenceOf({
  type,
  data,
  metadata,
}: {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: { readonly commandId: string };
}): string {
  return eventTypes.get(type)?.sentence(data, metadata.commandId) ?? type;
}

/** Folds one event into the state, in place, and returns it: the caller owns the state. */
export function evolve(state: CustomerState, event: Fact): CustomerState {
  const { aspect, evolve } = knownEvent(event);
  evolve?.(state[aspect], inNewestVersion(event));
  return state;
}

/** @throws UnknownEventError */
export function knownEvent({ type, version }: Pick<Fact, 'type' | 'version'>): KnownEvent {
  const known = eventTypes.get(type);
  if (!known?.versions.includes(version)) throw new UnknownEventError(type, version);
  return known;
}
