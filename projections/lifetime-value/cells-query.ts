import type { Query, QueryContext, Row } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { readNumber } from '../shared/query-parameters/number.js';
import { liveView } from '../shared/reading/live-view.js';
import { isNotEnough, type NotEnoughData } from '../shared/scoring/not-enough-data.js';
import { countObjecting } from '../shared/scoring/scoring-objection.js';
import { valueCellsSchema } from './answer-schemas.js';
import type { ValueDocument } from './document.js';
import { ValueCellParameters } from './parameters.js';
import { quantileGroups } from './quantile-ranks.js';
import { type ModelPair, type OtherCurrency, referencesTo, termsOf, type ValueFits, type ValueQuestion, type ValueTerms, valueQuestion } from './question.js';
import type { WithTerms } from './term-origins.js';
import { type ValueClass, type ValueSum, valueClass } from './value-class.js';
import { Valuer } from './valuer.js';

/** Group 1 is the lowest of each. */
export interface ValueCell extends ValueClass {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

export interface ValueCells extends ValueTerms, WithTerms, Partial<NotEnoughData> {
  readonly groups: { readonly recency: number; readonly frequency: number; readonly monetary: number };
  readonly cells: readonly ValueCell[];
  readonly noRepeat: ValueClass | null;
  /** Customers who object to automated scoring, are closed, or without a purchase in the currency by the day in question. */
  readonly leftOut: number;
  /** How many of all customers object to automated scoring. */
  readonly objected: number;
  readonly otherCurrencies: readonly OtherCurrency[];
  readonly models?: ModelPair;
}

export const valueCellsQuery: Query<ValueCellParameters> = {
  name: 'lifetime-value-cells',
  path: 'lifetime-value/cells',
  summary: 'What repeat buyers are worth by recency, frequency and monetary value, and those who bought once apart',
  params: ValueCellParameters,
  answer: valueCellsSchema,
  access: 'figures',
  cost: 'scan',

  async run(context, parameters): Promise<ValueCells> {
    const count = (name: 'recency' | 'frequency' | 'monetary') => readNumber(parameters[name], 3);
    const groups = { recency: count('recency'), frequency: count('frequency'), monetary: count('monetary') };
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, parameters);
    const terms = { ...termsOf(question), terms: question.origins };
    const { otherCurrencies } = question;
    const objected = await countObjecting(context.snapshot, view);
    if (isNotEnough(question.fits)) return { ...terms, groups, cells: [], noRepeat: null, leftOut: 0, objected, otherCurrencies, ...question.fits };
    const valued = await valueAll(context, view, question, question.fits);
    return {
      ...terms,
      groups,
      cells: cellsOf(valued, groups, question.fits.currency),
      noRepeat: valueClass(valued.noRepeat, question.fits.currency),
      leftOut: valued.leftOut,
      objected,
      otherCurrencies,
      models: referencesTo(question.fits),
    };
  },

  rows: (answer: ValueCells) => cellRows(answer),
};

/** Repeat buyers as columns, ascending by id. */
interface Valued {
  readonly recency: number[];
  readonly frequency: number[];
  readonly monetary: number[];
  readonly value: number[];
  readonly noRepeat: ValueSum;
  leftOut: number;
}

async function valueAll({ snapshot }: QueryContext, view: View, question: ValueQuestion, fits: ValueFits): Promise<Valued> {
  const valuer = new Valuer(question, fits);
  const valued: Valued = { recency: [], frequency: [], monetary: [], value: [], noRepeat: { customers: 0, value: 0 }, leftOut: 0 };
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, ValueDocument]>) {
      const parts = valuer.parts(document);
      if (parts === null) valued.leftOut += 1;
      else if (parts.history.x === 0) {
        valued.noRepeat.customers += 1;
        valued.noRepeat.value += parts.value;
      } else {
        valued.recency.push(parts.daily.days.at(-1)!);
        valued.frequency.push(parts.history.x);
        valued.monetary.push(parts.spend.weight > 0 ? parts.spend.ownMean : parts.spend.spend);
        valued.value.push(parts.value);
      }
    }
  }
  return valued;
}

function cellsOf(valued: Valued, groups: ValueCells['groups'], currency: string): ValueCell[] {
  const recency = quantileGroups(Float64Array.from(valued.recency), groups.recency);
  const frequency = quantileGroups(Float64Array.from(valued.frequency), groups.frequency);
  const monetary = quantileGroups(Float64Array.from(valued.monetary), groups.monetary);
  const placeOf = (r: number, f: number, m: number): number => ((r - 1) * groups.frequency + f - 1) * groups.monetary + m - 1;
  const sums = Array.from({ length: groups.recency * groups.frequency * groups.monetary }, (): ValueSum => ({ customers: 0, value: 0 }));
  valued.value.forEach((value, i) => {
    const sum = sums[placeOf(recency[i]!, frequency[i]!, monetary[i]!)]!;
    sum.customers += 1;
    sum.value += value;
  });
  const cells: ValueCell[] = [];
  for (let r = 1; r <= groups.recency; r += 1) {
    for (let f = 1; f <= groups.frequency; f += 1) {
      for (let m = 1; m <= groups.monetary; m += 1) {
        cells.push({ recency: r, frequency: f, monetary: m, ...valueClass(sums[placeOf(r, f, m)]!, currency) });
      }
    }
  }
  return cells;
}

function* cellRows({ cells, noRepeat }: ValueCells): Iterable<Row> {
  const amounts = ({ customers, meanValue, totalValue }: ValueClass): Row => ({
    customers,
    meanValueMinor: meanValue?.minor ?? null,
    totalValueMinor: totalValue.minor,
    currency: totalValue.currency,
  });
  for (const cell of cells) yield { recency: cell.recency, frequency: cell.frequency, monetary: cell.monetary, ...amounts(cell) };
  if (noRepeat !== null) yield { recency: null, frequency: null, monetary: null, ...amounts(noRepeat) };
}
