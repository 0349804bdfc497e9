import { textRule } from '@tenure/shape';
import { checked } from '../shared/query-parameters/checked.js';

const mostBrackets = 30;

/** Ascending numbers of periods, with commas between. */
export const IsBrackets = (): PropertyDecorator =>
  textRule({
    name: 'isBrackets',
    code: 'brackets-invalid',
    accepts: (text) => text.length <= 200 && bracketsOf(text) !== null,
    detail: (value) => `is "${value}": write ascending periods such as 1,3,7,14,30 (at most ${mostBrackets - 1}): brackets 0, 1-2, 3-6, 7-13, 14-29`,
    schema: { type: 'string', maxLength: 200, pattern: '^ *[0-9]{1,5} *(, *[0-9]{1,5} *)*$' },
  });

/** The periods at which brackets start, from 0; the last one ends the last bracket. */
export const readBrackets = (text: string): number[] => checked(bracketsOf(text), text);

function bracketsOf(text: string): number[] | null {
  const starts = text.split(',').map((part) => (/^\d{1,5}$/.test(part.trim()) ? Number(part) : NaN));
  const ascending = starts.every((start, i) => start > (i === 0 ? -1 : starts[i - 1]!));
  const brackets = starts[0] === 0 ? starts : [0, ...starts];
  return !ascending || brackets.length < 2 || brackets.length > mostBrackets ? null : brackets;
}
