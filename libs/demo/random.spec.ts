import { Random } from './random.js';

const draws = 40_000;
const mean = (draw: () => number): number => Array.from({ length: draws }, draw).reduce((sum, value) => sum + value, 0) / draws;

describe('seeded random numbers', () => {
  it('repeat for the same seed and stream, and differ for others', () => {
    const first = (seed: number, stream: number): number[] => {
      const random = new Random(seed, stream);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(first(1, 2)).toEqual(first(1, 2));
    expect(first(1, 2)).not.toEqual(first(1, 3));
    expect(first(1, 2)).not.toEqual(first(2, 2));
  });

  it('have the means of their distributions', () => {
    const random = new Random(7, 1);
    expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
    expect(mean(() => random.exponential(4))).toBeCloseTo(4, 0);
    expect(mean(() => random.gamma(0.6, 2))).toBeCloseTo(1.2, 1);
    expect(mean(() => random.gamma(5, 0.5))).toBeCloseTo(2.5, 1);
    expect(mean(() => random.beta(0.7, 10))).toBeCloseTo(0.7 / 10.7, 2);
  });
});
