import { text } from '@tenure/shape/schema';
import { fact, facts, optionalFact, personal, said, says } from './event-schema.js';

it('puts what is marked as personal into the part that is sealed, and everything else into the facts', () => {
  const { facts: inClear, personal: sealed, beside } = says({ id: fact(text), channel: optionalFact(text), name: personal(text), reason: said() });
  expect(inClear).toEqual({ type: 'object', required: ['id'], properties: { id: text, channel: text } });
  expect(sealed).toEqual({ type: 'object', required: [], properties: { name: text, reason: text, note: text } });
  expect(beside).toEqual(['reason']);
});

/** Proves that these do not compile: `npm run types` fails if one of them does. */
export const doNotCompile = (): void => {
  // @ts-expect-error a field without a mark
  says({ subject: text });
  // @ts-expect-error a personal field inside of a fact, where it would stay in clear
  facts({ subject: personal(text) });
};
