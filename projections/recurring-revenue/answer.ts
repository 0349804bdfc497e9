import { type MoneyTotal, moneyTotal } from '@tenure/customer';
import { wilsonInterval } from '@tenure/models';
import { dayName } from '@tenure/time';
import type { ShownSpan } from '../shared/calendar/day-span.js';
import { customersLink } from './customers-link.js';
import type { Movement } from './movements.js';
import type { PeriodCells } from './period-sums.js';
import { boundsOf, type RevenueQuestion, type RevenueTerms } from './question.js';

/** How many customers, and the list of them. */
export interface CustomerCell {
  readonly count: number;
  readonly customers: string;
}

/** The money of a cell, a month. */
export interface RevenueCell extends CustomerCell {
  readonly amount: MoneyTotal;
}

/** Null while the period is not over: only its opening is known. */
type OnceOver<Cell, Names extends Movement> = { readonly [Name in Names]: Cell | null };

export interface CustomerMovements extends OnceOver<CustomerCell, 'retained' | 'voluntary' | 'involuntary' | 'new' | 'reactivated' | 'closing'> {
  readonly opening: CustomerCell;
  /** Retained by opening, with a 95 % interval (Wilson). */
  readonly retention: { readonly rate: number; readonly low: number; readonly high: number } | null;
  readonly noRate?: string;
}

export interface RevenueMovements extends OnceOver<RevenueCell, 'contraction' | 'voluntary' | 'involuntary' | 'expansion' | 'new' | 'reactivated' | 'closing'> {
  readonly currency: string;
  readonly opening: RevenueCell;
  readonly grossRetention: number | null;
  readonly netRetention: number | null;
  /** Why there are no rates. */
  readonly noRate?: string;
}

export interface RevenuePeriod {
  readonly period: string;
  /** The day at whose end customers are taken, and the one to whose end they are followed. */
  readonly opens: string;
  readonly closes: string;
  readonly inProgress?: true;
  readonly customers: CustomerMovements;
  /** By currency; empty where nobody had or has a subscription. */
  readonly revenue: readonly RevenueMovements[];
}

export interface RevenueAnswer {
  readonly definition: RevenueTerms & ShownSpan & { readonly name: 'recurring-revenue'; readonly confidence: 0.95 };
  readonly periods: readonly RevenuePeriod[];
  readonly notEnoughData?: string;
}

/** What is answered of one period. */
export function periodOf(question: RevenueQuestion, period: number, cells: PeriodCells): RevenuePeriod {
  const { calendar, present } = question;
  const { opens, closes } = boundsOf(question, period);
  const isOver = period < calendar.periodOfDay(present.day);
  const why = isOver ? null : `The ${calendar.granularity} is not over: the present is ${dayName(present.day)}.`;
  const row = { question, period, opens: dayName(opens), cells, why };
  const currencies = [...cells.keys()].filter((currency) => currency !== null).sort();
  return {
    period: calendar.nameOf(period),
    opens: row.opens,
    closes: dayName(closes),
    ...(isOver ? {} : { inProgress: true as const }),
    customers: customerMovements(row),
    revenue: currencies.filter((currency) => isOver || cells.get(currency)!.has('opening')).map((currency) => revenueMovements(row, currency)),
  };
}

interface RowParts {
  readonly question: RevenueQuestion;
  readonly period: number;
  readonly opens: string;
  readonly cells: PeriodCells;
  /** Why what became of customers is not known; null where it is. */
  readonly why: string | null;
}

function customerMovements({ question, period, opens, cells, why }: RowParts): CustomerMovements {
  const cell = (movement: Movement): CustomerCell => ({
    count: cells.get(null)?.get(movement)?.customers ?? 0,
    customers: customersLink(question, period, movement, null),
  });
  const onceOver = (movement: Movement): CustomerCell | null => (why === null ? cell(movement) : null);
  const opening = cell('opening');
  const retained = onceOver('retained');
  const retention = retained && wilsonInterval(retained.count, opening.count);
  return {
    opening,
    retained,
    voluntary: onceOver('voluntary'),
    involuntary: onceOver('involuntary'),
    new: onceOver('new'),
    reactivated: onceOver('reactivated'),
    closing: onceOver('closing'),
    retention,
    ...(retention === null && { noRate: why ?? `Nobody had a subscription at the end of ${opens}: there is nobody to retain.` }),
  };
}

function revenueMovements({ question, period, opens, cells, why }: RowParts, currency: string): RevenueMovements {
  const minorOf = (movement: Movement): bigint => cells.get(currency)!.get(movement)?.minor ?? 0n;
  const cell = (movement: Movement): RevenueCell => ({
    amount: moneyTotal(minorOf(movement), currency),
    count: cells.get(currency)!.get(movement)?.customers ?? 0,
    customers: customersLink(question, period, movement, currency),
  });
  const onceOver = (movement: Movement): RevenueCell | null => (why === null ? cell(movement) : null);
  const opened = minorOf('opening');
  const kept = opened - minorOf('contraction') - minorOf('voluntary') - minorOf('involuntary');
  const noRate = why ?? (opened === 0n ? `No subscription brought anything in ${currency} at the end of ${opens}: there is nothing to retain.` : null);
  const rate = (minor: bigint): number | null => (noRate === null ? Number(minor) / Number(opened) : null);
  return {
    currency,
    opening: cell('opening'),
    contraction: onceOver('contraction'),
    voluntary: onceOver('voluntary'),
    involuntary: onceOver('involuntary'),
    expansion: onceOver('expansion'),
    new: onceOver('new'),
    reactivated: onceOver('reactivated'),
    closing: onceOver('closing'),
    grossRetention: rate(kept),
    netRetention: rate(kept + minorOf('expansion')),
    ...(noRate !== null && { noRate }),
  };
}
