/** What stands in the place of a personal value: where it belongs, and the ciphertext. */
export interface SealedText {
  readonly epoch: number;
  readonly revision: number;
  readonly type: string;
  /** nonce | ciphertext | tag, base64url */
  readonly content: string;
}

const FORM = /^sealed\.(\d{1,9})\.(\d{1,15})\.([A-Za-z]+)\.([\w-]{38,})$/;

/** `sealed.<epoch>.<revision>.<type>.<content>`, before the content: it says itself where it belongs, so that a read model may keep it as any text. */
export function sealedBefore({ epoch, revision, type }: Omit<SealedText, 'content'>): string {
  return `sealed.${epoch}.${revision}.${type}.`;
}

/** Null for a text that is not sealed: of a log from before. */
export function readSealed(text: string): SealedText | null {
  const found = FORM.exec(text);
  return found ? { epoch: Number(found[1]), revision: Number(found[2]), type: found[3]!, content: found[4]! } : null;
}
