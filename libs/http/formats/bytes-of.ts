const utf8 = new TextEncoder();

/** UTF-8, in a buffer of its own, which can be transferred. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.byteLength(text));
  utf8.encodeInto(text, bytes);
  return bytes;
}
