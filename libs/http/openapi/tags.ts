import { declaredIn } from '../commands/declared-in.js';
import type { HttpParts } from '../parts.js';

type Member = Record<string, unknown>;

/** In the order in which a newcomer looks: what can be sent, what can be asked, how to run it. */
const ofTheEdge: Readonly<Record<string, string>> = {
  commands: 'Many commands in one body, and those that are about no single customer.',
  imports: 'Files of facts, streamed in.',
  models: 'Fitted models, and how to fit one.',
  definitions: 'What each figure means: what is counted, its formula, its window, what is left out.',
  exports: 'Read models whole, with a manifest that proves it.',
  events: 'The log itself, page by page or as it grows.',
  keys: 'Keys and their roles.',
  access: 'Who did what, from where.',
  operations: 'Status, rebuilds, parked customers, replay.',
  health: 'Whether this process lives and serves.',
  documentation: 'These pages.',
};

const first = [
  'commands',
  'identity',
  'purchases',
  'subscriptions',
  'complaints',
  'satisfaction',
  'activity',
  'scoring',
  'imports',
  'customer-file',
  'retention',
  'lifecycle',
];
const last = ['models', 'definitions', 'exports', 'events', 'keys', 'access', 'operations', 'health', 'documentation'];

/** The groups of the existing operations, in reading order, each with a sentence. */
export function tagsOf(paths: Record<string, Member>, parts: HttpParts): { readonly name: string; readonly description: string }[] {
  const { commands = [], readModels = [] } = parts;
  const used = new Set(Object.values(paths).flatMap((item) => Object.values(item as Record<string, { tags: string[] }>).flatMap(({ tags }) => tags)));
  const between = [...used].filter((tag) => !first.includes(tag) && !last.includes(tag)).sort();
  const summaries = new Map(readModels.map(({ definition }) => [definition.name, definition.summary]));
  const aspects = new Set(commands.map(({ aspect }) => aspect));
  const kinds = new Map(declaredIn(parts).map(({ kind: { plural } }) => [plural, `Commands about ${plural}.`]));
  return [...first, ...between, ...last]
    .filter((tag) => used.has(tag))
    .map((name) => ({ name, description: ofTheEdge[name] ?? summaries.get(name) ?? kinds.get(name) ?? ofAspect(name, aspects) }));
}

function ofAspect(name: string, aspects: ReadonlySet<string>): string {
  if (!aspects.has(name)) throw new Error(`The operations of "${name}" have no sentence that says what they are about.`);
  return `Commands about a customer's ${name}.`;
}
