import { asDecorator } from '@tenure/shape';

const MOST = 1e9;

/** How much of something: above zero, and not always whole (litres, hours). */
export const IsQuantity = (): PropertyDecorator =>
  asDecorator({
    name: 'isQuantity',
    code: 'wrong-quantity',
    accepts: (value) => typeof value === 'number' && value > 0 && value <= MOST,
    detail(value) {
      const sent = typeof value === 'number' ? `; got ${value}` : typeof value === 'string' ? '; got a string: leave the quotes out' : '';
      return `must be a number more than 0 and at most ${MOST}${sent}`;
    },
    schema: { type: 'number', exclusiveMinimum: 0, maximum: MOST },
  });
