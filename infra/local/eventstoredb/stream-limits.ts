/** The events that a stream's metadata hides from its readers. `$all` shows them until a scavenge, which the stand-in never does. */
export interface StreamLimits {
  readonly maxCount: number | null;
  /** The first visible revision. */
  readonly truncateBefore: number;
}

/** `$tb` of a deleted stream: all events so far are hidden, and the next append is visible again. */
export const DELETED_BEFORE = Number.MAX_SAFE_INTEGER;

const NONE: StreamLimits = { maxCount: null, truncateBefore: 0 };

export function limitsOf(metadataJson: string | null): StreamLimits {
  if (metadataJson === null) return NONE;
  const { $maxCount, $tb } = JSON.parse(metadataJson) as { $maxCount?: number; $tb?: number };
  return { maxCount: $maxCount ?? null, truncateBefore: Math.min($tb ?? 0, DELETED_BEFORE) };
}

export function firstShown({ maxCount, truncateBefore }: StreamLimits, last: number): number {
  return Math.max(truncateBefore, maxCount === null ? 0 : last - maxCount + 1);
}

export const metadataStreamOf = (stream: string): string => `$$${stream}`;
