import { hash } from 'node:crypto';

/**
 * What a command asked for, as 22 characters: SHA-256 of its name and its body with keys in order (the idea of
 * RFC 8785), cut to 128 bits. Equal for a retry, different for a key used for something else.
 */
export function payloadHash(name: string, data: object): string {
  return hash('sha256', `${name}\n${canonical(data)}`, 'base64url').slice(0, 22);
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `${text}}`;
}
