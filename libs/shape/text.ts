/** Why a text cannot be stored and shown unchanged, or null. */
export type TextFault = 'control-character' | 'ill-formed';

/**
 * Finds control characters (line breaks and tabs only if `lines`) and halves of surrogate pairs, which UTF-8 cannot encode:
 * the log would return another text.
 */
export function textFault(text: string, lines: boolean): TextFault | null {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f)) {
      if (!(lines && (unit === 9 || unit === 10 || unit === 13))) return 'control-character';
    } else if (unit >= 0xd800 && unit <= 0xdfff) {
      const next = text.charCodeAt(at + 1);
      if (unit >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) return 'ill-formed';
      at += 1;
    }
  }
  return null;
}

const isSpace = (text: string | undefined): boolean => text !== undefined && text.trim() === '';

/** Code points that Unicode reserves for internal use: an id is also an attribute of a CloudEvent, which must not contain them. */
const noncharacter = /\p{Noncharacter_Code_Point}/u;

/** Invisible characters: two ids that differ only in these look the same, and some of them reverse the line. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800\ufff9-\ufffb]/u; // also separators of lines, a blank Braille cell, marks of annotation

/** Whether a text holds a character that is not shown: a zero width space, a mark of direction, a soft hyphen. */
export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}

/** In a URL these name the folder and its parent, however they are escaped (WHATWG URL, 4.1). */
export function isDots(text: string): boolean {
  return text === '.' || text === '..';
}

/** Whether the text can name a thing: 1 to `longest` characters, clean, visible, without surrounding spaces, and allowed in a URL. */
export function isIdentifier(text: unknown, longest: number): text is string {
  if (typeof text !== 'string' || text.length === 0 || text.length > longest) return false;
  return (
    !isSpace(text[0]) && !isSpace(text[text.length - 1]) && textFault(text, false) === null && !noncharacter.test(text) && !hasInvisible(text) && !isDots(text)
  );
}
