import { type MoneyTotal, moneyTotal, severities } from '@tenure/customer';
import type { CostScope, Held, StatedCost } from '@tenure/terms';
import { dayOfEach } from '../shared/occurrences/occurrence-days.js';
import type { Occurrences } from '../shared/occurrences/occurrences.js';
import type { ValueDocument } from './document.js';
import type { KnownBy } from './spend.js';

/** What one statement of a cost comes to for one customer. */
export interface PastCost extends CostScope {
  readonly count: number;
  /** count x the stated amount, in its currency. */
  readonly amount: MoneyTotal;
}

/** A line for each stated cost, by the facts known by a day: complaints logged, visits, and once the acquisition of a customer who bought. */
export function pastCosts({ t: contacts }: ValueDocument, { until, dayOf }: KnownBy, stated: readonly Held<StatedCost>[]): PastCost[] {
  const countBy = (occurrences: Occurrences): number => dayOfEach(occurrences, dayOf).filter((day) => day <= until).length;
  const ownCost = new Set(stated.filter(({ of }) => of === 'complaint').map(({ severity }) => severity));
  const countOf = ({ of, severity }: CostScope): number => {
    if (of === 'acquisition') return 1;
    if (contacts === 0) return 0;
    if (of === 'visit') return countBy(contacts.v);
    const covered = severity === null ? severities.filter((each) => !ownCost.has(each)) : [severity];
    return covered.reduce((sum, each) => sum + countBy(contacts.k[severities.indexOf(each)]!), 0);
  };
  return stated.map(({ of, severity, value: { minor, currency } }) => {
    const count = countOf({ of, severity });
    return { of, severity, count, amount: moneyTotal(BigInt(minor) * BigInt(count), currency) };
  });
}

export function totalCost(costs: readonly PastCost[], currency: string): MoneyTotal {
  return moneyTotal(
    costs.reduce((total, { amount }) => total + BigInt(amount.minor), 0n),
    currency,
  );
}
