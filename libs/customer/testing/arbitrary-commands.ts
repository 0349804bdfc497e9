import fc from 'fast-check';
import type { CommandDefinition } from '../command.js';
import { commands } from '../commands.js';
import { arbitraryBody } from './arbitrary-body.js';

export interface ArbitraryCommand {
  readonly name: string;
  readonly data: { readonly customerId: string; readonly occurredAt?: string };
}

const commandOf = ({ name, shape }: CommandDefinition): fc.Arbitrary<ArbitraryCommand> =>
  arbitraryBody(shape).map((data) => ({ name, data: data as ArbitraryCommand['data'] }));

/** How often a command is tried. Closing and voiding are rare, because they end most of the rest. */
function weightOf({ name }: CommandDefinition): number {
  if (name === 'CloseCustomer') return 1;
  return name.startsWith('Void') ? 3 : 8;
}

const anyCommand = fc.oneof(...commands.map((command) => ({ arbitrary: commandOf(command), weight: weightOf(command) })));

/** Histories that a caller may try to create, from all commands. */
export const commandsUpTo = (maxLength: number): fc.Arbitrary<ArbitraryCommand[]> => fc.array(anyCommand, { minLength: 1, maxLength, size: 'max' });

export const commandSequence = commandsUpTo(80);

/** Only buying, returning and taking back, of few orders in one currency, so that the remainder of an order matters. */
export const tradeSequence: fc.Arbitrary<ArbitraryCommand[]> = fc.array(
  fc
    .record({
      name: fc.constantFrom('RecordPurchase', 'RecordReturn', 'RecordReturn', 'CorrectPurchase', 'CorrectReturn', 'VoidPurchase', 'VoidReturn'),
      orderId: fc.constantFrom('1', '2'),
      returnId: fc.constantFrom('1', '2', '3', '4'),
      amount: fc.record({ minor: fc.integer({ min: 1, max: 20 }), currency: fc.constant('USD') }),
    })
    .map(({ name, orderId, returnId, amount }) => {
      const id = name.endsWith('Return') ? { returnId } : { orderId };
      if (name.startsWith('Void')) return { name, data: { customerId: 'C-1', ...id, reason: 'a' } };
      if (name.startsWith('Correct')) return { name, data: { customerId: 'C-1', ...id, amount, reason: 'a' } };
      return { name, data: { customerId: 'C-1', ...id, orderId, amount } };
    }),
  { minLength: 1, maxLength: 30, size: 'max' },
);
