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
  /** Keys of the months asked about so far: reading a secret may take a while. */
  readonly #making = new Map<string, Promise<Buffer>>();

  constructor(private readonly secrets: MonthSecrets) {}

  async seal(address: string, at: number): Promise<SealedAddress> {
    const month = monthOf(at);
    const key = await this.#keyOf(month);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(month));
    const text = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
    return { month, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url') };
  }

  /** Null when the secret of its month was destroyed, or differs from the one it was sealed with. */
  async open({ month, sealed }: SealedAddress): Promise<string | null> {
    const key = await this.#known(month);
    if (key === null) return null;
    const bytes = Buffer.from(sealed, 'base64url');
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(month)).setAuthTag(tag);
    try {
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null; // sealed with another secret than the present one
    }
  }

  /** Destroys the secrets of months more than `months` ago. */
  async forget(months: number, now: number): Promise<void> {
    const date = new Date(now);
    this.#making.clear();
    await this.secrets.destroyBefore(monthOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)));
  }

  /** Created once, however many ask at the same time: of two secrets of a month one would be lost. */
  #keyOf(month: string): Promise<Buffer> {
    const made = this.#making.get(month) ?? this.#make(month);
    this.#making.set(month, made);
    made.catch(() => this.#making.delete(month));
    return made;
  }

  async #make(month: string): Promise<Buffer> {
    const store = this.secrets.of(month);
    return Buffer.from((await store.read()) ?? (await store.keep(randomBytes(32).toString('hex'))), 'hex');
  }

  async #known(month: string): Promise<Buffer | null> {
    if (this.#making.has(month)) return this.#keyOf(month);
    const secret = await this.secrets.of(month).read();
    return secret === null ? null : this.#keyOf(month);
  }
}

const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);
