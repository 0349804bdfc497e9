import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { weaknessOf } from './weak-secret.js';

it.each([
  ['aaaaaaaaaaaaaaaaaaaa', 'different characters'],
  ['abababababababababab', 'different characters'],
  ['correcthorse1correcthorse1', 'several times'],
  ['abcdefghijklmnopqrstuvwxyz', 'alphabet'],
  ['0123456789abcdef', 'alphabet'],
  ['qwertyuiopasdfghjkl', 'keyboard'],
  ['password-password-1', 'well-known words'],
  ['changeme-changeme-2026', 'well-known words'],
  ['tenure-api-key-secret', 'well-known words'],
  ['My$ecret_Admin-Pass', 'well-known words'],
])('%s can be guessed', (text, why) => {
  expect(weaknessOf(text)).toContain(why);
});

it.each(['key-of-the-acceptance-tests', 'tk_9f86d081884c7d65_9f2feb0f1ef425b292f2f94bc8482494'])('%s is taken', (text) => {
  expect(weaknessOf(text)).toBeNull();
});

it('a random key is never taken for a weak one', () => {
  const key = fc.constantFrom('hex', 'base64url', 'base64').map((encoding) => randomBytes(24).toString(encoding as BufferEncoding));
  fc.assert(fc.property(key, (text) => weaknessOf(text) === null));
});
