/** A sealed personal value: the place it belongs to, and the ciphertext. */
export interface SealedText {
  readonly epoch: number;
  readonly revision: number;
  readonly type: string;
  /** nonce | ciphertext | tag, base64url */
  readonly content: string;
}

const FORM = /^sealed\.(\d{1,9})\.(\d{1,15})\.([A-Za-z]+)\.([\w-]{38,})$/;

/** `sealed.<epoch>.<revision>.<type>.<content>`, up to the content: it states its own place, so that a read model may store it like any text. */
export function sealedBefore({ epoch, revision, type }: Omit<SealedText, 'content'>): string {
  return `sealed.${epoch}.${revision}.${type}.`;
}

/** Null for a text that is not sealed, from a log from before the vault. */
export function readSealed(text: string): SealedText | null {
  const found = FORM.exec(text);
  return found ? { epoch: Number(found[1]), revision: Number(found[2]), type: found[3]!, content: found[4]! } : null;
}
