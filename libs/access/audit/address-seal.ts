import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MonthSecrets } from '@tenure/log-secret';

/** AES-256-GCM: nonce, tag and text together, base64url, under the secret of a month such as `2026-11`. */
export interface SealedAddress {
  readonly month: string;
  readonly sealed: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Addresses of people, readable for as long as the secret of their month is kept, and never again. */
export class AddressSeal {
  /** Of the months asked about so far: a secret may lie at some distance. */
  readonly #keys = new Map<string, Buffer>();

  constructor(private readonly secrets: MonthSecrets) {}

  async seal(address: string, at: number): Promise<SealedAddress> {
    const month = monthOf(at);
    const key = await this.#keyOf(month);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(month));
    const text = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
    return { month, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url') };
  }

  /** Null when the secret of its month has been destroyed. Throws for what was never sealed with it. */
  async open({ month, sealed }: SealedAddress): Promise<string | null> {
    const key = await this.#known(month);
    if (key === null) return null;
    const bytes = Buffer.from(sealed, 'base64url');
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(month)).setAuthTag(tag);
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Destroys the secrets of months that lie more than `months` back. */
  async forget(months: number, now: number): Promise<void> {
    const date = new Date(now);
    this.#keys.clear();
    await this.secrets.destroyBefore(monthOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)));
  }

  async #keyOf(month: string): Promise<Buffer> {
    const known = await this.#known(month);
    if (known !== null) return known;
    const key = Buffer.from(await this.secrets.of(month).keep(randomBytes(32).toString('hex')), 'hex');
    this.#keys.set(month, key);
    return key;
  }

  async #known(month: string): Promise<Buffer | null> {
    const known = this.#keys.get(month);
    if (known) return known;
    const secret = await this.secrets.of(month).read();
    if (secret === null) return null;
    const key = Buffer.from(secret, 'hex');
    this.#keys.set(month, key);
    return key;
  }
}

const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);
