import { aspects } from './aspects.js';
import { knownEvent } from './evolve.js';
import type { Fact } from './fact.js';

type Ids = readonly string[];

const idsByEvent = new Map<string, Ids>(aspects.flatMap(({ ids, events }) => events.map(({ type }) => [type, ids])));
const idsByCommand = new Map<string, Ids>(aspects.flatMap(({ ids, commands }) => commands.map(({ name }) => [name, ids])));

interface NamingData extends Readonly<Record<string, unknown>> {
  /** For a correction. What it `was` about is named by the events before it. */
  readonly now?: Readonly<Record<string, unknown>>;
}

/**
 * Names of the things of a customer that an event is about: `orderId A-1`. Empty: the event is about the customer as a whole, or
 * about nothing that a rule depends on. A state is the fold of the events without subjects and, for each thing separately, of the
 * events about it and about what these name.
 * @throws UnknownEventError
 */
export function subjectsOf(event: Fact): string[] {
  const ids = idsByEvent.get(event.type);
  if (!knownEvent(event).evolve || !ids?.length) return [];
  const data = event.data as NamingData;
  const subjects = new Set<string>();
  for (const id of ids) {
    for (const part of [data, data.now]) {
      const named = part?.[id];
      if (typeof named === 'string') subjects.add(`${id} ${named}`);
    }
  }
  // A fact without an id is named by its command's.
  if (subjects.size === 0 && event.metadata) subjects.add(`${ids[0]} ${event.metadata.commandId}`);
  return [...subjects];
}

/** What `decide` may look at for a command, beside the customer as a whole. A fact without an id is named by the id of the command. */
export function subjectsOfCommand({ name, data }: { readonly name: string; readonly data: object }, commandId: string): string[] {
  return (idsByCommand.get(name) ?? []).map((id) => `${id} ${(data as NamingData)[id] ?? commandId}`);
}
