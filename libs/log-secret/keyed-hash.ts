import { createHash, hash } from 'node:crypto';

/** HMACs under the log's secret: equal texts give equal digests, and without the secret nobody can test a guess against one. */
export interface KeyedHash {
  /** Which secret of the log this is, from 1. Digests of two epochs are never equal. */
  readonly epoch: number;
  /**
   * HMAC-SHA-256 of a text (RFC 2104), its 32 bytes as 43 characters of base64url. `purpose` separates uses: the digest of
   * one text for one purpose tells nothing about its digest for another.
   */
  digest(purpose: string, text: string): string;
  /** What another thread of this process makes the same hash from; it goes nowhere else. */
  forThread(): HashMaterial;
}

/** Crosses to a thread, and never leaves the process. */
export interface HashMaterial {
  readonly secret: Uint8Array;
  readonly epoch: number;
}

export function keyedHashOf({ secret, epoch }: HashMaterial): KeyedHash {
  return createKeyedHash(Buffer.from(secret), epoch);
}

/** Bytes that SHA-256 takes at once; keys are filled up to it. */
const blockBytes = 64;
const digestBytes = 32;

/**
 * Written as the two hashes that an HMAC is: Node's `createHmac` takes 5 us to set up, its one-shot `hash` 0.6 us, and an
 * import needs several digests a row. The specs hold it against `createHmac` and the vectors of RFC 4231.
 * @param secret at least 32 random bytes, the same in every process of one log.
 */
export function createKeyedHash(secret: Buffer, epoch: number): KeyedHash {
  if (secret.length < digestBytes) throw new RangeError(`the secret of a log has ${secret.length} bytes, at least 32 are needed`);
  const key = Buffer.alloc(blockBytes);
  (secret.length > blockBytes ? createHash('sha256').update(secret).digest() : secret).copy(key);
  let inner = padded(key, 0x36, 1024);
  const outer = padded(key, 0x5c, digestBytes);
  return {
    epoch,
    forThread: () => ({ secret: Uint8Array.from(secret), epoch }),
    digest(purpose, text) {
      const message = `${purpose}\0${text}`;
      const most = blockBytes + 3 * message.length;
      if (inner.length < most) inner = padded(key, 0x36, most);
      const length = inner.write(message, blockBytes);
      // As texts: a buffer for each digest costs more than the hashing.
      outer.write(hash('sha256', inner.subarray(0, blockBytes + length), 'binary'), blockBytes, 'binary');
      return hash('sha256', outer, 'base64url');
    },
  };
}

/** The key, each byte changed by `pad`, and room behind it. */
function padded(key: Buffer, pad: number, room: number): Buffer {
  const block = Buffer.allocUnsafeSlow(blockBytes + room);
  for (let at = 0; at < blockBytes; at += 1) block[at] = (key[at] as number) ^ pad;
  return block;
}
