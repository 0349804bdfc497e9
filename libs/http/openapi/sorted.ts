/** Keys sorted at every depth, so that a difference in the file is a difference in the API. */
export function sorted(value: unknown): object {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'object' && item !== null ? sorted(item) : (item as object)));
  const entries = Object.entries(value as object).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, typeof item === 'object' && item !== null ? sorted(item) : (item as unknown)]));
}
