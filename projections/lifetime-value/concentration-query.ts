import type { MoneyTotal } from '@tenure/customer';
import type { Query, Row } from '@tenure/querying';
import { moneyOf } from '../shared/money/money.js';
import { liveView } from '../shared/reading/live-view.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { countObjecting } from '../shared/scoring/scoring-objection.js';
import { valueConcentrationSchema } from './answer-schemas.js';
import { Concentration, type Makers } from './concentration.js';
import type { ValueDocument } from './document.js';
import { ValueParameters } from './parameters.js';
import { type ModelPair, type OtherCurrency, referencesTo, termsOf, type ValueTerms, valueQuestion } from './question.js';
import type { WithTerms } from './term-origins.js';
import { Valuer } from './valuer.js';

/** The most valuable customers, down to one of them, as the list has them with `downTo`. */
export interface ValueMakers {
  readonly customers: number;
  readonly shareOfCustomers: number;
  readonly value: MoneyTotal;
  readonly shareOfValue: number;
  readonly downTo: string;
}

export interface ValueConcentration extends ValueTerms, WithTerms, Partial<NotEnoughData> {
  readonly customers: number;
  readonly totalValue: MoneyTotal | null;
  /** Who makes a tenth of the value, two tenths, ... all of it. */
  readonly makers: ReadonlyArray<ValueMakers & { readonly of: number }>;
  /** What the top 1, 5, 10 and 20 % of the customers make. */
  readonly top: ReadonlyArray<ValueMakers & { readonly percent: number }>;
  /** From the least valuable customers up: the value that each tenth of them makes, with those before. */
  readonly lorenz: ReadonlyArray<{ readonly shareOfCustomers: number; readonly shareOfValue: number }>;
  readonly gini: number | null;
  /** Customers who object to automated scoring, are closed, or without a purchase in the currency by the day in question. */
  readonly leftOut: number;
  /** How many of all customers object to automated scoring. */
  readonly objected: number;
  readonly otherCurrencies: readonly OtherCurrency[];
  readonly models?: ModelPair;
}

const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const topPercents = [1, 5, 10, 20];

export const valueConcentrationQuery: Query<ValueParameters> = {
  name: 'lifetime-value-concentration',
  path: 'lifetime-value/concentration',
  summary: 'Who makes how much of the expected value: the first 80 %, the top 1 %, the Lorenz curve and its Gini coefficient',
  params: ValueParameters,
  answer: valueConcentrationSchema,
  access: 'figures',
  cost: 'scan',

  /** Memory: the id and the value of each customer. */
  async run({ snapshot, ...context }, parameters): Promise<ValueConcentration> {
    const view = await liveView(snapshot, 'lifetime-value');
    const question = await valueQuestion({ snapshot, ...context }, view, parameters);
    const { fits, otherCurrencies, origins } = question;
    const head = { ...termsOf(question), terms: origins, objected: await countObjecting(snapshot, view), otherCurrencies };
    if (isNotEnough(fits)) return { ...head, customers: 0, totalValue: null, makers: [], top: [], lorenz: [], gini: null, leftOut: 0, ...fits };
    const valuer = new Valuer(question, fits);
    const ids: string[] = [];
    const values: number[] = [];
    let leftOut = 0;
    for await (const chunk of snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ValueDocument]>) {
        const parts = valuer.parts(document);
        if (parts === null) leftOut += 1;
        else {
          ids.push(customerId);
          values.push(parts.value);
        }
      }
    }
    const all = new Concentration(Float64Array.from(values), (left, right) => (ids[left]! < ids[right]! ? -1 : 1));
    const shown = ({ customers, value, last }: Makers): ValueMakers => ({
      customers,
      shareOfCustomers: customers / all.customers,
      value: moneyOf(value, fits.currency),
      shareOfValue: all.total === 0 ? 0 : value / all.total,
      downTo: ids[last]!,
    });
    return {
      ...head,
      customers: all.customers,
      totalValue: moneyOf(all.total, fits.currency),
      makers: tenths.flatMap((each) => {
        const makers = all.makersOf(each);
        return makers === null ? [] : [{ of: each / 10, ...shown(makers) }];
      }),
      top: topPercents.flatMap((percent) => {
        const makers = all.top(percent);
        return makers === null ? [] : [{ percent, ...shown(makers) }];
      }),
      lorenz: [0, ...tenths].flatMap((each) => {
        const shareOfValue = all.lorenz(each);
        return shareOfValue === null ? [] : [{ shareOfCustomers: each / 10, shareOfValue }];
      }),
      gini: all.gini(),
      leftOut,
      models: referencesTo(fits),
    };
  },

  columns: () => concentrationColumns,
  rows: (answer: ValueConcentration) => concentrationRows(answer),
};

const concentrationColumns = ['ofValue', 'topPercent', 'customers', 'shareOfCustomers', 'shareOfValue', 'downTo', 'valueMinor', 'currency'];

function* concentrationRows({ makers, top }: ValueConcentration): Iterable<Row> {
  for (const { of, ...each } of makers) yield { ofValue: of, topPercent: null, ...makersRow(each) };
  for (const { percent, ...each } of top) yield { ofValue: null, topPercent: percent, ...makersRow(each) };
}

const makersRow = ({ value, ...more }: ValueMakers): Row => ({ ...more, valueMinor: value.minor, currency: value.currency });
