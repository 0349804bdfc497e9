import { hmacKey, hmacSha256 } from './hmac-sha256.js';

/** HMACs under the log's secret: equal texts give equal digests, and without the secret nobody can test a guess against one. */
export interface KeyedHash {
  /** Which secret of the log this is, from 1. Digests of two epochs are never equal. */
  readonly epoch: number;
  /**
   * HMAC-SHA-256 of a text (RFC 2104), its 32 bytes as 43 characters of base64url. `purpose` separates uses: the digest of
   * one text for one purpose tells nothing about its digest for another.
   */
  digest(purpose: string, text: string): string;
  /** The material from which another thread of this process makes the same hash; it goes nowhere else. */
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

/** The length of a digest: a shorter secret would be easier to guess than a digest. */
const SHORTEST = 32;

/** @param secret at least 32 random bytes, the same in every process of one log. */
export function createKeyedHash(secret: Buffer, epoch: number): KeyedHash {
  if (secret.length < SHORTEST) throw new RangeError(`the secret of a log has ${secret.length} bytes, at least ${SHORTEST} are needed`);
  const key = Buffer.from(hmacKey(secret));
  return {
    epoch,
    forThread: () => ({ secret: Uint8Array.from(secret), epoch }),
    digest: (purpose, text) => hmacSha256(key, `${purpose}\0${text}`),
  };
}
