import { type MoneyAmount, MoneyError, parseMoney } from '@tenure/customer';
import { currencyDigits } from '@tenure/shape';
import { RowProblem } from '../../row-problem.js';
import { shown } from '../shown.js';
import { currenciesOf, currencyBeside, currencyCode } from './currency-words.js';
import { decimalText, withoutNoise } from './decimal-text.js';
import { doubtful, isDoubtful, type NumberStyle } from './number-style.js';
import { NotANumber, writtenNumber } from './written-number.js';

/** An amount and its text in a form that no option changes: `-1234.5`. */
export interface MoneyCell {
  readonly amount: MoneyAmount;
  readonly asWritten: string;
}

/** More than the largest number of minor units. */
const mostDigits = /^-?\d{17}/;

/**
 * `currency` is the row's, from the file or an option: a code in any case, or a sign of one currency.
 * Without it, the currency that the cell names.
 */
export function moneyCell(field: string, text: string, style: NumberStyle, currency: string | undefined): MoneyCell | RowProblem {
  const given = currency === undefined ? null : currencyCode(currency);
  if (currency !== undefined && given === null) return unknownCurrency(currency);
  const number = writtenNumber(text);
  const code = given ?? (number instanceof NotANumber ? null : currencyBeside(number.words));
  if (code === null) return new RowProblem('currency-missing', 'currency', `${field} has no currency: fill in the currency, or give one for the whole import`);
  if (number instanceof NotANumber) return new RowProblem('not-a-number', field, `${field} "${shown(text)}" ${number.why}`);
  for (const word of number.words) {
    const codes = currenciesOf(word);
    if (codes.length === 0) {
      return new RowProblem('not-a-number', field, `${field} "${shown(text)}" is not an amount: "${shown(word)}" is no currency; write the number alone`);
    }
    if (!codes.includes(code)) {
      const means = codes.length > 3 ? `${codes.slice(0, 3).join(', ')} and others` : codes.join(' or ');
      return new RowProblem('other-currency', field, `${field} "${shown(text)}" is in ${means}, and the row in ${code}: correct one of the two`);
    }
  }
  const plain = decimalText(number, style.decimal);
  if (plain === null)
    return new RowProblem('not-a-number', field, `${field} "${shown(text)}" is not an amount with the decimal mark ${style.decimal}: correct it`);
  if (mostDigits.test(plain))
    return new RowProblem(
      'too-large',
      field,
      `${field} "${shown(text)}" is more than any amount: is this the column of the amounts, and not of barcodes or order numbers?`,
    );
  const asWritten = withoutNoise(plain, currencyDigits(code));
  try {
    const amount = parseMoney(asWritten, code);
    return isDoubtful(number, style) ? doubtful(field, text, number) : { amount, asWritten };
  } catch (error) {
    if (error instanceof MoneyError) return new RowProblem(error.code, field, `${field} ${error.message}`);
    throw error;
  }
}

function unknownCurrency(currency: string): RowProblem {
  const codes = currenciesOf(currency.trim());
  const why = codes.length > 1 ? `can be ${codes.slice(0, 3).join(', ')}` : 'is not an ISO 4217 currency code';
  return new RowProblem('unknown-currency', 'currency', `currency "${shown(currency)}" ${why}: write a code such as USD`);
}
