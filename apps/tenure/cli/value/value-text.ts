import type { Schemas } from '@tenure/client';
import { moneyText, percent } from '../output/figures.js';
import { modelFacts } from '../output/model-facts.js';
import { factsOf, grouped, tableOf } from '../output/table.js';

type LifetimeValue = Schemas['LifetimeValueAnswer']['items'][number];
type LifetimeValueCells = Schemas['LifetimeValueCellsAnswer'];
type LifetimeValueList = Schemas['LifetimeValueAnswer'];

/** The value of one customer, with its parts. */
export function valueText(answer: LifetimeValue): string {
  const {
    customerId,
    value,
    expectedPurchases,
    expectedSpend,
    probabilityAlive,
    facts,
    models,
    outlier,
    parts,
    horizon,
    discountRate,
    margin,
    ownMargin,
    about,
    notEnoughData,
  } = answer;
  const expected = `${expectedPurchases?.toFixed(3)} purchases, discounted at ${percent(discountRate)} a year`;
  const known: Facts = [
    ['still active', probabilityAlive === undefined ? null : percent(probabilityAlive)],
    ['purchases so far', facts && `${grouped(facts.purchases)}, ${facts.firstPurchase} to ${facts.lastPurchase}`],
    ...modelFacts(models?.purchases),
  ];
  if (value === null || !expectedSpend) {
    const missing = notEnoughData ?? 'There is not enough data for a value.';
    if (expectedPurchases === undefined) return missing;
    return `${missing}\n\n${factsOf([['customer', customerId], ['expected', `${expected}, ${ahead(horizon)} from ${about}`], ...known])}`;
  }
  const { amount, priorMean, ownMean, ownWeight } = expectedSpend;
  const own = ownMean === null ? 'no repeat purchase of its own yet' : `${percent(ownWeight)} its own mean of ${moneyText(ownMean)}`;
  return factsOf([
    ['customer', customerId],
    ['value', `${moneyText(value)} ${ahead(horizon)} from ${about}`],
    ['95 %', intervalText(answer)],
    ['=', expected],
    ['x', `${moneyText(amount)} a purchase: ${own}, the rest ${moneyText(priorMean)} of all customers`],
    ['x', ownMargin === undefined ? `${percent(margin)} margin` : `${percent(ownMargin)} margin, of the products bought so far`],
    ['if surely active', parts && `${moneyText(parts.futureIfActive)}: having left may take ${moneyText(parts.lostToLeaving)} of it`],
    ['so far', parts && `${moneyText(parts.past)}, with the value ${moneyText(parts.whole)}`],
    ...costFacts(parts),
    ...[outlier, models?.spend?.carriedBy].flatMap((note): Facts => (note === undefined || note === null ? [] : [['note', note]])),
    ...known,
  ]);
}

/** What the past is made of, where costs are stated. */
function costFacts(parts: LifetimeValue['parts']): Facts {
  if (parts === undefined) return [];
  const { earned, costs, costsNotTakenOff } = parts;
  const linesOf = (some: typeof costs): string =>
    some.map(({ of, severity, count, amount }) => `${moneyText(amount)} for ${severity === null ? '' : `${severity} `}${of} (${count})`).join(', ');
  return [
    ...(costs.length === 0 ? [] : ([['that is', `${moneyText(earned)} earned, less ${linesOf(costs)}`]] satisfies Facts)),
    ...(costsNotTakenOff.length === 0 ? [] : ([['not taken off', `${linesOf(costsNotTakenOff)}: nothing is converted`]] satisfies Facts)),
  ];
}

/** The interval of an expected value, or why there is none. */
function intervalText({ interval = null, noInterval = 'no interval' }: Pick<LifetimeValue, 'interval' | 'noInterval'>): string {
  if (interval === null) return noInterval;
  return `${moneyText(interval.low)} to ${moneyText(interval.high)}, of the expected value`;
}

type Facts = Parameters<typeof factsOf>[0][number][];

const ahead = (horizon: string): string => (horizon === 'infinite' ? 'without end' : `within ${horizon}`);

/** Totals by the requested dimension; null without one. */
export function groupTable({ groups, by }: LifetimeValueList): string | null {
  if (groups === undefined || by === null) return null;
  return tableOf(groups, [
    { title: by, value: ({ group }) => (group === null ? null : String(group)) },
    { title: 'customers', align: 'right', value: ({ customers }) => customers },
    { title: 'mean value', align: 'right', value: ({ meanValue }) => meanValue && moneyText(meanValue) },
    { title: 'total value', align: 'right', value: ({ totalValue }) => moneyText(totalValue) },
    { title: '95 % from', align: 'right', value: ({ interval }) => interval && moneyText(interval.low) },
    { title: 'to', align: 'right', value: ({ interval }) => interval && moneyText(interval.high) },
  ]);
}

export function aboutList({ horizon, about, currency, orderedBy, notEnoughData, total, objected }: LifetimeValueList): string {
  const leftOut = objected === 0 ? '' : `\nLeft out: ${grouped(objected)} who object to scoring.`;
  if (orderedBy === 'expectedPurchases') return `\nBy the purchases expected ${ahead(horizon)} from ${about}, discounted. ${notEnoughData ?? ''}${leftOut}`;
  const terms = `\nIn ${currency}, ${ahead(horizon)} from ${about}; purchases are those expected, discounted.${leftOut}`;
  if (total === undefined) return terms;
  return `${terms}\nAll ${grouped(total.customers)} customers: ${moneyText(total.totalValue)}.\n95 %: ${intervalText(total)}.`;
}

/** The cells, the most valuable first; the no-repeat class is listed apart. */
export function cellsTable({ cells, noRepeat, leftOut, horizon, notEnoughData }: LifetimeValueCells): string {
  if (notEnoughData !== undefined) return notEnoughData;
  const labelled = cells.map((cell) => ({ ...cell, label: [cell.recency, cell.frequency, cell.monetary] as (number | string)[] }));
  labelled.sort((left, right) => Number(right.totalValue.minor) - Number(left.totalValue.minor));
  const rows = noRepeat === null ? labelled : [...labelled, { ...noRepeat, label: ['bought', 'once', ''] }];
  const table = tableOf(rows, [
    { title: 'recency', value: ({ label }) => label[0] },
    { title: 'frequency', value: ({ label }) => label[1] },
    { title: 'monetary', value: ({ label }) => label[2] || ' ' },
    { title: 'customers', align: 'right', value: ({ customers }) => customers },
    { title: 'mean value', align: 'right', value: ({ meanValue }) => meanValue && moneyText(meanValue) },
    { title: 'total value', align: 'right', value: ({ totalValue }) => moneyText(totalValue) },
  ]);
  return `${table}\nExpected ${ahead(horizon)}; 1 is the lowest group of each. ${grouped(leftOut)} customers object to scoring, are closed, or had not bought, and are left out.`;
}
