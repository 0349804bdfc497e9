/** A day as an address says it: `2026-01-31`, or `2026-01` for a month; nothing where it says something else. */
export const askedDay = (given: unknown): string | undefined => (typeof given === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(given) ? given : undefined);
