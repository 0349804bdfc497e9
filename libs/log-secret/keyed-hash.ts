import { createHmac } from 'node:crypto';

/** HMACs under the log's secret: equal texts give equal digests, and without the secret nobody can test a guess against one. */
export interface KeyedHash {
  /** Which secret of the log this is, from 1. Digests of two epochs are never equal. */
  readonly epoch: number;
  /**
   * HMAC-SHA-256 of a text, 32 bytes (RFC 2104). `purpose` separates uses: the digest of one text for one purpose tells
   * nothing about its digest for another.
   */
  digest(purpose: string, text: string): Buffer;
}

/** @param secret at least 32 random bytes, the same in every process of one log. */
export function createKeyedHash(secret: Buffer, epoch: number): KeyedHash {
  if (secret.length < 32) throw new RangeError(`the secret of a log has ${secret.length} bytes, at least 32 are needed`);
  return {
    epoch,
    digest: (purpose, text) => createHmac('sha256', secret).update(`${purpose}\0`).update(text).digest(),
  };
}
