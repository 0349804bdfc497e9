import { ModelError } from '../model-error.js';
import { isSilentAfter } from '../numerics/seen-by.js';
import { fewestCustomers, fewestOfEach } from '../outcomes/tested-model.js';
import { mbgNbd } from '../purchases/mbg-nbd.js';
import { nbd } from '../purchases/nbd.js';
import { groupHistories, purchaseStatistics } from '../purchases/statistics.js';
import type { CustomerRecord } from './customer-record.js';
import { momentOf } from './moment.js';
import { renewalCurves } from './renewal-curves.js';
import { type TermSetting, terms } from './terms.js';

/** All customers who had bought by a day, as known then. */
export interface ScoredDay {
  readonly day: number;
  readonly setting: TermSetting;
  /** The terms of each customer, row by row in the order of `terms`. */
  readonly rows: Float64Array;
  /** Their places in the records. */
  readonly customer: Int32Array;
  /** 1: no purchase within the horizon after the day. */
  readonly silent: Uint8Array;
  readonly silentCustomers: number;
}

export function scoredDay(records: readonly CustomerRecord[], day: number, horizon: number): ScoredDay {
  const setting = settingOn(records, day, horizon);
  const known = records.flatMap((record, at) => (record.purchases[0]! <= day ? [at] : []));
  const rows = new Float64Array(known.length * terms.length);
  const silent = new Uint8Array(known.length);
  known.forEach((at, row) => {
    const record = records[at]!;
    termsInto(rows, row * terms.length, record, day, setting);
    silent[row] = isSilentAfter(record.purchases, day, horizon) ? 1 : 0;
  });
  return { day, setting, rows, customer: Int32Array.from(known), silent, silentCustomers: silent.reduce((sum, each) => sum + each, 0) };
}

export type DaysScored = (day: number) => ScoredDay;

/** Each day is scored once. */
export function daysScored(records: readonly CustomerRecord[], horizon: number): DaysScored {
  const held = new Map<number, ScoredDay>();
  return (day) => {
    const known = held.get(day) ?? scoredDay(records, day, horizon);
    held.set(day, known);
    return known;
  };
}

export const isEnoughOn = ({ silent, silentCustomers }: ScoredDay): boolean =>
  silent.length >= fewestCustomers && silentCustomers >= fewestOfEach && silent.length - silentCustomers >= fewestOfEach;

/** Writes the terms of one customer who had bought by the day. */
export function termsInto(into: Float64Array, from: number, record: CustomerRecord, day: number, setting: TermSetting): void {
  const moment = momentOf(record, day)!;
  for (let i = 0; i < terms.length; i += 1) into[from + i] = terms[i]!.of(record, moment, setting);
}

/** What terms need besides the record, learnt from what was known on a day. */
export function settingOn(records: readonly CustomerRecord[], day: number, horizon: number): TermSetting {
  return { horizon, curves: renewalCurves(records, day), purchases: purchasesOn(records, day) };
}

/** MBG/NBD, or NBD where nobody seems to leave; null where neither converges, or too few customers came back. */
function purchasesOn(records: readonly CustomerRecord[], day: number): TermSetting['purchases'] {
  const statistics = records.flatMap(({ purchases }) => purchaseStatistics(purchases, day) ?? []);
  const groups = groupHistories(statistics, 'week');
  for (const model of [mbgNbd, nbd]) {
    try {
      const { converged, parameters } = model.fit(groups);
      if (converged) return { model, parameters, unit: 'week' };
    } catch (error) {
      if (!(error instanceof ModelError && error.code === 'too-little-data')) throw error;
      return null;
    }
  }
  return null;
}
