import type { Query, QueryContext, Row } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { dayName, firstDayOfMonth, monthOfDay } from '@tenure/time';
import { readNumber } from '../shared/query-parameters/number.js';
import { liveView } from '../shared/reading/live-view.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { countObjecting } from '../shared/scoring/scoring-objection.js';
import { customerEquitySchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import type { DrawnSum } from './drawn-sum.js';
import { CustomerEquityParameters } from './parameters.js';
import { type ModelPair, type OtherCurrency, referencesTo, termsOf, type ValueTerms, valueQuestion } from './question.js';
import type { WithTerms } from './term-origins.js';
import type { TermsOnDay } from './terms-on-day.js';
import { valueClass } from './value-class.js';
import type { ValueTotal } from './value-totals.js';
import { Valuer } from './valuer.js';

/** What all customers were expected to bring, as of a day. */
export interface EquityPoint extends ValueTotal, Pick<TermsOnDay, 'horizon' | 'discountRate' | 'margin'> {
  readonly about: string;
  /** Customers who have a value here and had none at the point before; null at the first point. */
  readonly gained: number | null;
  /** Customers who had a value at the point before and have none here. */
  readonly lost: number | null;
}

export interface CustomerEquity extends ValueTerms, WithTerms, Partial<NotEnoughData> {
  readonly months: number;
  /** The ends of the months before, then the day `about`. */
  readonly points: readonly EquityPoint[];
  /** A sentence: which fits earlier days are valued with. */
  readonly valuedWith: string;
  /** How many of all customers object to automated scoring, and are in no point. */
  readonly objected: number;
  readonly otherCurrencies: readonly OtherCurrency[];
  readonly models?: ModelPair;
}

const valuedWith =
  'Each day is valued with the facts dated by then and on the terms of that day, and all of them with the fits in force now, which learnt from later facts too.';

export const customerEquityQuery: Query<CustomerEquityParameters> = {
  name: 'lifetime-value-equity',
  path: 'lifetime-value/equity',
  summary: 'What all customers together are expected to bring, as of the end of each of the last months and now',
  params: CustomerEquityParameters,
  answer: customerEquitySchema,
  access: 'figures',
  cost: 'scan',

  async run(context, parameters): Promise<CustomerEquity> {
    const months = readNumber(parameters.months, 12);
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, parameters);
    const { fits, otherCurrencies, known } = question;
    const head = { ...termsOf(question), terms: question.origins, months, valuedWith, objected: await countObjecting(context.snapshot, view), otherCurrencies };
    if (isNotEnough(fits)) return { ...head, points: [], ...fits };
    const valuer = new Valuer(question, fits);
    const days = [...monthEndsBefore(known.until, months), known.until];
    const valuers = days.map((day) => valuer.about(day));
    const moments = await valueOn(context, view, valuers);
    const points = moments.map(({ sum, gained, lost }, i): EquityPoint => {
      const about = dayName(days[i]!);
      const { horizon, discountRate, margin } = question.termsOn(about);
      return {
        about,
        horizon,
        discountRate,
        margin,
        ...valueClass(sum, fits.currency),
        gained: i === 0 ? null : gained,
        lost: i === 0 ? null : lost,
        ...valuers[i]!.intervalOfSum(sum),
      };
    });
    return { ...head, points, models: referencesTo(fits) };
  },

  columns: () => equityColumns,
  rows: (answer: CustomerEquity) => answer.points.map(equityRow),
};

function monthEndsBefore(day: number, months: number): number[] {
  const month = monthOfDay(day);
  return Array.from({ length: months }, (_, i) => firstDayOfMonth(month - months + 1 + i) - 1);
}

interface Moment {
  readonly sum: DrawnSum;
  gained: number;
  lost: number;
}

/** One pass over all customers, each valued on every day. */
async function valueOn({ snapshot }: QueryContext, view: View, valuers: readonly Valuer[]): Promise<Moment[]> {
  const moments = valuers.map((valuer): Moment => ({ sum: valuer.emptySum(), gained: 0, lost: 0 }));
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, ValueDocument]>) {
      let before = false;
      valuers.forEach((valuer, i) => {
        const parts = valuer.parts(document);
        if (parts !== null) moments[i]!.sum.add(parts);
        if (parts !== null && !before) moments[i]!.gained += 1;
        if (parts === null && before) moments[i]!.lost += 1;
        before = parts !== null;
      });
    }
  }
  return moments;
}

const equityColumns = [
  'about',
  'customers',
  'gained',
  'lost',
  'meanValueMinor',
  'totalValueMinor',
  'totalLowMinor',
  'totalHighMinor',
  'currency',
  'horizon',
  'discountRate',
  'margin',
];

const equityRow = ({ about, customers, gained, lost, meanValue, totalValue, interval, horizon, discountRate, margin }: EquityPoint): Row => ({
  about,
  customers,
  gained,
  lost,
  meanValueMinor: meanValue?.minor ?? null,
  totalValueMinor: totalValue.minor,
  totalLowMinor: interval?.low.minor ?? null,
  totalHighMinor: interval?.high.minor ?? null,
  currency: totalValue.currency,
  horizon,
  discountRate,
  margin,
});
