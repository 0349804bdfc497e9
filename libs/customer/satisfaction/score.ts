import { asDecorator } from '@tenure/shape';

const MOST = 1e9;

/** An answer to a survey, or an end of its scale. A column with values beyond a billion is not a scale. */
export const IsScore = (): PropertyDecorator =>
  asDecorator({
    name: 'isScore',
    code: 'wrong-score',
    accepts: (value) => typeof value === 'number' && Math.abs(value) <= MOST,
    detail(value) {
      const sent = typeof value === 'number' ? `; got ${value}` : typeof value === 'string' ? '; got a string: leave the quotes out' : '';
      return `must be a number from -${MOST} to ${MOST}${sent}`;
    },
    schema: { type: 'number', minimum: -MOST, maximum: MOST },
  });
