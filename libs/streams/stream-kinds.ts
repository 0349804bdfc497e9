import type { Role } from '@tenure/access/role';
import type { DecidedKind } from './decided-kind.js';
import type { DeclaredCommand } from './declared-command.js';
import type { StreamKind } from './stream-kind.js';

/** A command, and the kind of stream that declares it. */
export interface CommandOfKind {
  readonly kind: DecidedKind;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has a state, and each command a body of its own
  readonly command: DeclaredCommand<any, any>;
}

/** The kinds of stream of an engine. A stream of any other kind is shown to nobody. */
export class StreamKinds {
  /** The commands that kinds declare, without those of customers. */
  readonly commands: readonly CommandOfKind[];
  /** Where one prefix begins with another, the longer one decides. */
  readonly #longestFirst: readonly StreamKind[];

  /** @throws Error when two kinds share a name, a prefix, an event type or the name of a command. */
  constructor(readonly all: readonly StreamKind[]) {
    this.commands = all.filter(isDecided).flatMap((kind) => kind.commands.map((command) => ({ kind, name: command.shape.name, command })));
    requireDifferent(
      'name',
      all.map(({ name }) => name),
    );
    requireDifferent(
      'prefix',
      all.map(({ prefix }) => prefix),
    );
    requireDifferent(
      'event type',
      all.flatMap(({ eventTypes }) => eventTypes),
    );
    requireDifferent(
      'command',
      this.commands.map(({ name }) => name),
    );
    this.#longestFirst = [...all].sort((left, right) => right.prefix.length - left.prefix.length);
  }

  /** Null for the stream of a kind that is not declared. */
  of(stream: string): StreamKind | null {
    return this.#longestFirst.find(({ prefix, streams }) => (streams === 'one' ? stream === prefix : stream.startsWith(prefix))) ?? null;
  }

  named(name: string): StreamKind | null {
    return this.all.find((kind) => kind.name === name) ?? null;
  }

  /** Null for a command that no kind declares. */
  command(name: string): CommandOfKind | null {
    return this.commands.find((each) => each.name === name) ?? null;
  }

  /** Whether a principal with these roles may read the events of a stream. */
  shows(stream: string, roles: readonly Role[]): boolean {
    return this.of(stream)?.readers.some((reader) => roles.includes(reader)) ?? false;
  }

  /** Types of the events that any reader may see: each needs a description. */
  get shownTypes(): string[] {
    return this.all.filter(({ readers }) => readers.length > 0).flatMap(({ eventTypes }) => eventTypes);
  }
}

function isDecided(kind: StreamKind): kind is DecidedKind {
  return 'commands' in kind;
}

function requireDifferent(what: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw new Error(`Two kinds of stream have the ${what} "${twice}".`);
}
