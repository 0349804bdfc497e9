import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@tenure/access';
import { compileShape, nearest, type Shape } from '@tenure/shape';
import type { CommandOfKind } from '@tenure/streams';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { type Fault, Problem } from '../problems/problem.js';
import { customerSenders } from './command-route.js';
import { declaredIn } from './declared-in.js';

export interface KnownCommand {
  readonly name: string;
  readonly shape: Shape;
  readonly senders: readonly Role[];
  /** As declared by a kind of stream; null for a command on customers. */
  readonly declared: CommandOfKind | null;
}

/** The commands by name, each with its compiled shape. */
@Injectable()
export class CatalogueOfCommands {
  readonly #byName = new Map<string, KnownCommand>();

  /** @throws Error when a command on customers has the same name as one that a kind of stream declares */
  constructor(@Inject(HTTP_PARTS) parts: HttpParts) {
    for (const { name, shape } of parts.commands ?? []) this.#add({ name, shape: compileShape(shape), senders: customerSenders, declared: null });
    for (const declared of declaredIn(parts)) {
      const { name, command } = declared;
      this.#add({ name, shape: compileShape(command.shape), senders: command.senders, declared });
    }
  }

  #add(command: KnownCommand): void {
    if (this.#byName.has(command.name)) throw new Error(`Two commands have the name ${command.name}.`);
    this.#byName.set(command.name, command);
  }

  /** Throws a `Problem` that names the nearest command. */
  find(name: string): KnownCommand {
    const known = this.#byName.get(name);
    if (known) return known;
    const meant = nearest(name, this.#byName.keys());
    const hint = meant ? `Did you mean ${meant}?` : `There are ${[...this.#byName.keys()].join(', ')}.`;
    throw new Problem('not-found', `There is no command ${name.slice(0, 64)}. ${hint}`, { code: 'command-unknown' });
  }

  /** Throws a `Problem` with every fault of the body. */
  check({ name, shape }: KnownCommand, body: unknown): asserts body is { readonly customerId: string } {
    const faults: readonly Fault[] = shape.check(body);
    if (faults.length === 0) return;
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    throw new Problem('invalid-body', `${name}: ${first?.detail}${more}`, { errors: faults });
  }
}
