import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmacKey, hmacSha256 } from './hmac-sha256.js';

it('is that of RFC 2104, as Node makes it, whatever the lengths of key and text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 150 }), fc.string({ unit: 'binary', maxLength: 9_000 }), (bytes, text) => {
      const secret = Buffer.from(bytes);
      expect(hmacSha256(hmacKey(secret), text)).toBe(createHmac('sha256', secret).update(text).digest('base64url'));
    }),
  );
});
