import type { Standing } from './standing.js';

/** What a cell counts: customers and money at the opening, what became of them, who came, and what there is at the closing. */
export const movements = ['opening', 'retained', 'contraction', 'voluntary', 'involuntary', 'expansion', 'new', 'reactivated', 'closing'] as const;
export type Movement = (typeof movements)[number];

/** The movements that add up to the closing, each with its sign. Retained customers have no sum of their own: they expand or contract. */
export const signs = { opening: 1n, new: 1n, reactivated: 1n, expansion: 1n, contraction: -1n, voluntary: -1n, involuntary: -1n } as const;

/** A customer between two days. */
export interface Change {
  readonly kind: 'retained' | 'voluntary' | 'involuntary' | 'new' | 'reactivated';
  readonly opening: Standing['monthly'];
  readonly closing: Standing['monthly'];
}

/** Null for a customer without a running subscription on either day. */
export function changeBetween(opening: Standing, closing: Standing): Change | null {
  const kind = kindOf(opening, closing);
  return kind && { kind, opening: opening.monthly, closing: closing.monthly };
}

function kindOf(opening: Standing, closing: Standing): Change['kind'] | null {
  if (opening.running) {
    if (closing.running) return 'retained';
    return closing.involuntarily ? 'involuntary' : 'voluntary';
  }
  if (!closing.running) return null;
  return opening.begun ? 'reactivated' : 'new';
}

/** Where a customer is counted: `currency` null for the cells that count customers, whatever they pay with. */
export interface Counted {
  readonly movement: Movement;
  readonly currency: string | null;
  /** Minor units a month, 0 or more. */
  readonly minor: bigint;
}

/**
 * Every cell that a customer is in. The cells of a period are sums of these, and the list behind a cell is of the customers with one.
 * A customer who stays and pays with another currency than before contracts in the one and expands in the other.
 */
export function* cellsOf({ kind, opening, closing }: Change): Iterable<Counted> {
  const [wasThere, isThere] = [kind !== 'new' && kind !== 'reactivated', kind !== 'voluntary' && kind !== 'involuntary'];
  if (wasThere) yield { movement: 'opening', currency: null, minor: 0n };
  yield { movement: kind, currency: null, minor: 0n };
  if (isThere) yield { movement: 'closing', currency: null, minor: 0n };
  for (const [currency, minor] of opening) {
    yield { movement: 'opening', currency, minor };
    if (!isThere) yield { movement: kind, currency, minor };
  }
  for (const [currency, minor] of closing) {
    yield { movement: 'closing', currency, minor };
    if (!wasThere) yield { movement: kind, currency, minor };
  }
  if (kind !== 'retained') return;
  for (const currency of new Set([...opening.keys(), ...closing.keys()])) {
    const more = (closing.get(currency) ?? 0n) - (opening.get(currency) ?? 0n);
    if (more > 0n) yield { movement: 'expansion', currency, minor: more };
    if (more < 0n) yield { movement: 'contraction', currency, minor: -more };
  }
}
