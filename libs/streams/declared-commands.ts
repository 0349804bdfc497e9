import type { AppendedLog, EventLogReader } from '@tenure/event-log';
import { FoldedStream } from './folded-stream.js';
import { type CommandMetadata, StreamCommands, type StreamCommandsParts, type StreamOutcome } from './stream-commands.js';
import { streamNamed } from './stream-kind.js';
import type { StreamKinds } from './stream-kinds.js';

/** A declared command whose body has passed its shape. */
export interface SentToStream extends CommandMetadata {
  readonly name: string;
  readonly data: object;
}

/** `unknown-stream`: the kind has no such id. */
export type SentOutcome = Exclude<StreamOutcome, { status: 'nothing-to-do' }> | { readonly status: 'unknown-stream'; readonly detail: string };

export interface DeclaredCommandsParts extends StreamCommandsParts {
  readonly log: AppendedLog;
  /** Reads positions of the log as callers write them. */
  readonly positions: Pick<EventLogReader, 'readPosition'>;
  readonly kinds: StreamKinds;
}

/** Executes the commands that kinds of stream declare, each by the decider of its kind. */
export class DeclaredCommands {
  readonly #log: AppendedLog;
  readonly #positions: DeclaredCommandsParts['positions'];
  readonly #kinds: StreamKinds;
  readonly #commands: StreamCommands;

  constructor({ kinds, positions, ...parts }: DeclaredCommandsParts) {
    this.#log = parts.log;
    this.#positions = positions;
    this.#kinds = kinds;
    this.#commands = new StreamCommands(parts);
  }

  /** @throws TypeError for a command that is not declared; otherwise as `StreamCommands.execute` */
  async execute({ name, data, ...metadata }: SentToStream): Promise<SentOutcome> {
    const declared = this.#kinds.command(name);
    if (declared === null) throw new TypeError(`No kind of stream declares the command ${name}.`);
    const { kind, command } = declared;
    const id = (data as Readonly<Record<string, string>>)[kind.idField]!;
    if (kind.ids?.includes(id) === false) {
      return { status: 'unknown-stream', detail: `There is no ${kind.name} "${id}". There are: ${kind.ids.join(', ')}.` };
    }
    const formed = command.inOneForm?.(data, this.#positions) ?? { body: data };
    if ('rejection' in formed) return { status: 'rejected', rejection: formed.rejection };
    const { body } = formed;
    const stream = new FoldedStream(streamNamed(kind, id), kind.decider, this.#log);
    const outcome = await this.#commands.execute(stream, { name, body, ...metadata }, (state, context) =>
      kind.decider.decide(state, { name, data: body }, context),
    );
    // The decider of a kind gives at least one event, or refuses.
    return outcome as SentOutcome;
  }
}
