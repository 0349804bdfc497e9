import { shellQuoted } from '@tenure/shape/shell-quoted';
import { timeText } from '../fields/dates/time-text.js';
import type { FactsOfFile } from './facts-of-file.js';
import { counted, type ImportWarning } from './import-warning.js';
import { oneOrderEach } from './one-order-each.js';

/** Fewer facts may well be on one day, or of one customer. */
const fewestFacts = 20;
const fewestAmounts = 3;

type Look = (facts: FactsOfFile) => ImportWarning | readonly ImportWarning[] | null;

/** Figures that hardly any business has, and the likely fault in the file or in how it was read. */
export function factWarnings(facts: FactsOfFile): ImportWarning[] {
  return looks.flatMap((look) => look(facts) ?? []);
}

const numberOf = (rows: number, of: number): string => `${rows.toLocaleString('en-US')} of ${counted(of, 'fact', 'facts')}`;

const oneCustomerForMost: Look = ({ tally: { factsMet, seen }, columnOf }) => {
  const { largest } = seen;
  if (!largest || factsMet < fewestFacts || largest.facts * 2 <= factsMet) return null;
  const { customerId, facts } = largest;
  const value = customerId.startsWith('c-') ? 'VALUE' : customerId;
  const remedy = `if that stands for everybody who is not known, leave these rows out with --where ${shellQuoted(`${columnOf('customer_id')}!=${value}`)}`;
  return {
    code: 'one-customer-for-most',
    rows: facts,
    example: customerId,
    message: `${numberOf(facts, factsMet)} are of one customer, "${customerId}"; ${remedy}`,
  };
};

const allOnOneDay: Look = ({ kind, tally: { factsMet, from, to }, columnOf }) => {
  if (kind === 'customers' || factsMet < fewestFacts || !from || !to) return null;
  const day = timeText(from).slice(0, 10);
  if (timeText(to).slice(0, 10) !== day) return null;
  const remedy = `unless the file is of that day alone, ${columnOf('occurred_at')} is not when they happened: name the column with --map occurred_at=COLUMN`;
  return { code: 'all-on-one-day', rows: factsMet, example: day, message: `all ${counted(factsMet, 'fact', 'facts')} are of ${day}; ${remedy}` };
};

const mostlyBefore1970: Look = ({ tally, columnOf }) => {
  const tooEarly = tally.rejectedAs('occurred-too-early');
  const early = tally.seen.before1970 + (tooEarly?.rows ?? 0);
  const all = tally.factsMet + (tooEarly?.rows ?? 0);
  if (early * 2 <= all) return null;
  const first = tooEarly ? `line ${tooEarly.example.line}` : tally.from ? timeText(tally.from).slice(0, 10) : '';
  const remedy = `unless that is so, say how ${columnOf('occurred_at')} is written with --date-format, or name another column with --map occurred_at=COLUMN`;
  return { code: 'mostly-before-1970', rows: early, example: first, message: `${numberOf(early, all)} are dated before 1970, e.g. ${first}; ${remedy}` };
};

const mostlyInTheFuture: Look = ({ tally, columnOf }) => {
  const { read } = tally;
  const inFuture = tally.rejectedAs('occurred-in-future');
  if (!inFuture || inFuture.rows * 2 <= read) return null;
  const { rows, example } = inFuture;
  const remedy = `say how ${columnOf('occurred_at')} is written with --date-format (day and month may have changed places), or name another column with --map occurred_at=COLUMN`;
  const message = `${rows.toLocaleString('en-US')} of ${counted(read, 'row', 'rows')} lie in the future and were rejected; ${remedy}`;
  return { code: 'mostly-in-the-future', rows, example: `line ${example.line}`, message };
};

const allAmountsZero: Look = ({ tally, columnOf }) => {
  const { signs } = tally.seen;
  if (signs.zero < fewestAmounts || signs.positive + signs.negative > 0) return null;
  const remedy = `unless everything was free, ${columnOf('amount')} is not what was paid: name the column with --map amount=COLUMN`;
  return { code: 'all-amounts-zero', rows: signs.zero, example: '0', message: `all ${counted(signs.zero, 'amount', 'amounts')} are 0; ${remedy}` };
};

/** A file of returns only also shows it by another column. */
const allAmountsNegative: Look = ({ tally, columnOf }) => {
  const { signs } = tally.seen;
  if (signs.negative < fewestAmounts || signs.positive + signs.zero > 0 || columnOf('cancellation') || columnOf('original_order_id')) return null;
  const remedy = `unless they are, ${columnOf('amount')} has the sign of your account: turn it round in the file, or take the rows back with VoidReturn`;
  const message = `all ${counted(signs.negative, 'amount is', 'amounts are')} negative, and negative amounts are returns; ${remedy}`;
  return { code: 'all-amounts-negative', rows: signs.negative, example: columnOf('amount'), message };
};

const dateNotTaken: Look = ({ tally, columnOf }) => {
  const { otherDates } = tally.seen;
  if (!otherDates) return null;
  const { rows, example } = otherDates;
  const found = `${counted(rows, 'customer is', 'customers are')} registered already with another date than ${columnOf('occurred_at')} says, e.g. "${example}": that date stays, all else of the row holds`;
  const remedy = 'a customer is registered by the first fact about it: where the list is to give the date, import it before the purchases';
  return { code: 'registered-at-another-date', rows, example, message: `${found}; ${remedy}` };
};

const looks: readonly Look[] = [
  oneOrderEach,
  oneCustomerForMost,
  allOnOneDay,
  mostlyBefore1970,
  mostlyInTheFuture,
  allAmountsZero,
  allAmountsNegative,
  dateNotTaken,
];
