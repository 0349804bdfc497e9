const MOST_NAMES = 4_096;
/** Member names recur: each is quoted once. */
const quotedNames = new Map<string, string>();

/**
 * JSON in canonical form (RFC 8785): no white space, members in order of their names' UTF-16 units, numbers and strings as
 * ECMAScript writes them. Equal values give equal bytes, whichever program wrote them. Values that JSON cannot express are
 * as `JSON.stringify` has them: undefined members are left out, a lone surrogate is escaped (RFC 8785 refuses it).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return canonicalJson((value as { toJSON(): unknown }).toJSON());
  let text = '{';
  for (const name of sortedNames(value)) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) text += `${text.length > 1 ? ',' : ''}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

function sortedNames(value: object): string[] {
  const names = Object.keys(value);
  for (let i = 1; i < names.length; i++) if (names[i]! < names[i - 1]!) return names.sort();
  return names;
}

function quoted(name: string): string {
  let text = quotedNames.get(name);
  if (text === undefined) {
    if (quotedNames.size >= MOST_NAMES) quotedNames.clear();
    text = JSON.stringify(name);
    quotedNames.set(name, text);
  }
  return text;
}
