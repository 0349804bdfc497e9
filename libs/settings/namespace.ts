/** The form of a namespace, for a person. */
export const NAMESPACE_FORM = '1 to 40 of a-z, 0-9 and -, beginning with a letter';

export function isNamespace(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}
