import { asDecorator } from '@tenure/shape';

/** A probability as a number from 0 to 1; 35 for 35 % is refused, because 0.35 is meant and 1 could be either. */
export const IsProbability = (): PropertyDecorator =>
  asDecorator({
    name: 'isProbability',
    code: 'wrong-probability',
    accepts: (value) => typeof value === 'number' && value >= 0 && value <= 1,
    detail(value) {
      const sent = typeof value === 'number' ? `; got ${value}` : typeof value === 'string' ? '; got a string: leave the quotes out' : '';
      return `must be a number from 0 to 1, such as 0.35 for 35 %${sent}`;
    },
    schema: { type: 'number', minimum: 0, maximum: 1 },
  });
