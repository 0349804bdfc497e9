/** An address has at most 254 characters (RFC 5321); this leaves room for a name and some wrapping. */
const longestText = 1_000;
const domain = String.raw`[^\s@,;:<>"'()[\]|/?\\]+\.[^\s@,;:<>"'()[\]|/?\\.]+`;
const whole = /^(?:[^\s@,;<>"]+|"(?:[^"\\]|\\.)+")@[^\s@,;<>]+\.[^\s@,;<>.]+$/;
const within = new RegExp(String.raw`(?:(?<![^\s@,;:<>"()[\]|/?])[^\s@,;:<>"()[\]|/?]+|"(?:[^"\\]|\\.)+")@${domain}`, 'g');
const someAddress = /[^\s@]@[^\s@]+\.[^\s@.]/;
const fullStops = /[。｡]/g;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The one e-mail address in a text, `ada@example.com` from `Ada <ada@example.com>`, `mailto:ada@example.com` and
 * `ada＠example.com.`, its letters as written; null if there is no address, or if there are several different ones.
 */
export function emailAddress(text: string): string | null {
  if (!mayHoldAddress(text)) return null;
  const plain = plainAddress(text);
  const bare = withoutWrapping(plain);
  if (whole.test(bare) && atSigns(plain) === atSigns(bare)) return bare;
  const [first, ...others] = (plain.match(within) ?? []).map(withoutWrapping);
  return first !== undefined && others.every((other) => other.toLowerCase() === first.toLowerCase()) ? first : null;
}

/** Whether a text holds several addresses, so that it identifies nobody. */
export function holdsSeveralAddresses(text: string): boolean {
  return mayHoldAddress(text) && emailAddress(text) === null && someAddress.test(plainAddress(text));
}

/** The text before the address in `Ada Lovelace <ada@example.com>`; empty if there is none. */
export function nameBeside(text: string): string {
  return (
    /^([^<@]*)<[^<>]+@/
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2') ?? ''
  );
}

const mayHoldAddress = (text: string): boolean => text.length <= longestText && /[@＠﹫]/.test(text);
const atSigns = (text: string): number => text.split('@').length;

function plainAddress(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(fullStops, '.')
    .replace(/\s*@\s*/g, '@')
    .trim();
}

function withoutWrapping(plain: string): string {
  const inner = /<([^<>]*)>[\s;,.]*$/.exec(plain)?.[1] ?? plain;
  const bare = inner.trim().replace(/^mailto:([^?]*).*$/i, '$1');
  if (/^"(?:[^"\\]|\\.)+"@/.test(bare)) return bare.replace(/["'),.;\s]+$/, '');
  return bare.replace(/^["'(]+|["'),.;\s]+$/g, '');
}
