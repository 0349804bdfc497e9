import { Inject, Injectable } from '@nestjs/common';
import { compileShape, nearest, type Shape } from '@tenure/shape';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { type Fault, Problem } from '../problems/problem.js';
import type { CommandRoute } from './command-route.js';

export interface KnownCommand {
  readonly route: CommandRoute;
  readonly shape: Shape;
}

/** The commands by name, each with its compiled shape. */
@Injectable()
export class CatalogueOfCommands {
  readonly #byName = new Map<string, KnownCommand>();

  constructor(@Inject(HTTP_PARTS) { commands = [] }: HttpParts) {
    for (const route of commands) this.#byName.set(route.name, { route, shape: compileShape(route.shape) });
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
  check({ route, shape }: KnownCommand, body: unknown): asserts body is { readonly customerId: string } {
    const faults: readonly Fault[] = shape.check(body);
    if (faults.length === 0) return;
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    throw new Problem('invalid-body', `${route.name}: ${first?.detail}${more}`, { errors: faults });
  }
}
