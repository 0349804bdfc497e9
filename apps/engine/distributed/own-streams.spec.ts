import { isOfUsualNamespace } from './own-streams.js';

it.each([
  ['customer-a', true],
  ['customer-a.customer-b', true],
  ['model-purchases', true],
  ['vault', true],
  ['of-a-later-version', true],
  ['Not a namespace.customer-a', true],
  ['sealed.customer-a', false],
  ['sealed.customer-a.b', false],
  ['sealed.vault', false],
  ['sealed.customer-', false],
])('the stream %j is of the usual namespace: %p', (stream, own) => {
  expect(isOfUsualNamespace(stream)).toBe(own);
});
