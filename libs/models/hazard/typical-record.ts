import { lowerMedian } from '../numerics/lower-median.js';
import { longestSilence } from '../purchases/typical-buyer.js';
import type { CustomerRecord } from './customer-record.js';
import { featureValues } from './feature-values.js';
import type { TypicalRecord } from './hazard-horizon.js';
import { momentOf } from './moment.js';
import { termsInto } from './scored-day.js';
import { type HazardFeature, type TermSetting, terms } from './terms.js';

/** Typical of customers who came back and still buy. Null without any. */
export function typicalRecord(records: readonly CustomerRecord[], day: number, setting: TermSetting): TypicalRecord | null {
  const columns: number[][] = terms.map(() => []);
  const values = new Map<HazardFeature, number[]>();
  const row = new Float64Array(terms.length);
  let customers = 0;
  for (const record of records) {
    const moment = momentOf(record, day);
    if (moment === null || moment.repeats === 0 || moment.silence > longestSilence * moment.gap) continue;
    customers += 1;
    termsInto(row, 0, record, day, setting);
    columns.forEach((column, i) => {
      column.push(row[i]!);
    });
    for (const [feature, value] of Object.entries(featureValues(record, moment, setting)) as [HazardFeature, number | null][]) {
      const known = values.get(feature) ?? [];
      values.set(feature, known);
      if (value !== null) known.push(value);
    }
  }
  if (customers === 0) return null;
  return {
    customers,
    terms: columns.map(lowerMedian),
    values: Object.fromEntries(
      [...values].map(([feature, known]) => [feature, known.length * 2 < customers ? null : lowerMedian(known)]),
    ) as TypicalRecord['values'],
  };
}
