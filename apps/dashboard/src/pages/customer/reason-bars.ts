export interface ReasonBar<Reason> {
  readonly reason: Reason;
  /** From the left of the picture, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/** Bars from one common zero: a reason that raises goes to the right of it, one that lowers to the left. `zero`: where it lies, 0 to 1. */
export function reasonBars<Reason extends { readonly contribution: number }>(
  reasons: readonly Reason[],
): { readonly zero: number; readonly bars: readonly ReasonBar<Reason>[] } {
  const contributions = reasons.map(({ contribution }) => contribution);
  const least = Math.min(0, ...contributions);
  const most = Math.max(0, ...contributions);
  const span = most - least || 1;
  const zero = Math.abs(least) / span;
  return {
    zero,
    bars: reasons.map((reason) => {
      const end = zero + reason.contribution / span;
      return { reason, from: Math.min(zero, end), to: Math.max(zero, end) };
    }),
  };
}
