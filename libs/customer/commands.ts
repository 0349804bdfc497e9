import { definitionOf } from './aspect.js';
import { aspects } from './aspects.js';
import type { CommandDefinition } from './command.js';

/** Every command, in the order of the customer's life. */
export const commands: readonly CommandDefinition[] = aspects.flatMap(({ name, commands }) => commands.map((command) => definitionOf(name, command)));
