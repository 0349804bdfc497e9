/** Name -> the values in the rows of an order, in minor units: given once, or in each row. */
export type Adjustments = Readonly<Record<string, readonly number[]>>;

/** The difference between the lines of an order and its total. Charges add, discounts and refunds subtract. */
export type Reconciled = Readonly<Record<string, number>>;

/** An order's total may be given before or after a discount, with tax in its prices or separate. */
const signs: Readonly<Record<string, 1 | -1>> = { shipping: 1, tax: 1, other_charges: 1, discount: -1, refunded_amount: 1 };

/**
 * The fewest charges and discounts that explain the difference between total and lines; null if no combination does.
 * Rounding may account for one minor unit for each line.
 */
export function reconcile(total: number, sum: number, values: Adjustments, lines: number): Reconciled | null {
  const options = Object.entries(values).map(([name, all]) => ({ name, amounts: candidates(all, signs[name] ?? 1) }));
  let best: { parts: [string, number][]; gap: number } | null = null;
  const tryAll = (at: number, left: number, parts: [string, number][]): void => {
    const option = options[at];
    if (!option) {
      const gap = Math.abs(left);
      if (gap <= lines && (!best || gap < best.gap || (gap === best.gap && parts.length < best.parts.length))) best = { parts, gap };
      return;
    }
    tryAll(at + 1, left, parts);
    for (const amount of option.amounts) tryAll(at + 1, left - amount, [...parts, [option.name, amount]]);
  };
  tryAll(0, total - sum, []);
  return best ? Object.fromEntries((best as { parts: [string, number][] }).parts) : null;
}

function candidates(all: readonly number[], sign: 1 | -1): number[] {
  const filled = all.filter((minor) => minor !== 0).map(Math.abs);
  const sum = filled.reduce((whole, minor) => whole + minor, 0);
  return [...new Set(filled.length === 0 ? [] : [filled[0] as number, sum])].map((minor) => sign * minor);
}
