import { randomBytes } from 'node:crypto';
import { hashOf, sameHash } from './token.js';

const RANDOM_BYTES = 32;
const VALID_MS = 10 * 60_000;

/**
 * A code that signs a browser in on the machine where the engine runs: 256 random bits, valid once and for ten minutes. Only its hash
 * is held, in memory: it ends with the process, and nothing of it is written anywhere.
 */
export class SignInCodes {
  #issued: { readonly hash: Buffer; readonly until: number } | null = null;

  constructor(private readonly now: () => number = Date.now) {}

  /** A new code. The one before it, if it was not used, opens nothing any more. */
  issue(): string {
    const code = randomBytes(RANDOM_BYTES).toString('base64url');
    this.#issued = { hash: hashOf(code), until: this.now() + VALID_MS };
    return code;
  }

  /** Whether this is the code that was issued. It is used up by that; another text uses up nothing. */
  take(code: string): boolean {
    if (this.#issued === null || this.now() >= this.#issued.until || !sameHash(hashOf(code), this.#issued.hash)) return false;
    this.#issued = null;
    return true;
  }
}
