import { gaussLegendre } from './gauss-legendre.js';

describe('gaussLegendre', () => {
  it('has the nodes and weights of Abramowitz & Stegun, table 25.4, moved from (-1, 1) to (0, 1)', () => {
    const { at, weight } = gaussLegendre(4);
    [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526].forEach((y, i) => {
      expect(at[i]).toBeCloseTo((1 + y) / 2, 15);
    });
    [0.3478548451374539, 0.6521451548625461, 0.6521451548625461, 0.3478548451374539].forEach((w, i) => {
      expect(weight[i]).toBeCloseTo(w / 2, 15);
    });
  });

  it.each([2, 8, 16, 48])('with %d nodes integrates powers up to 2n - 1', (n) => {
    const { at, weight } = gaussLegendre(n);
    for (const power of [0, 1, n, 2 * n - 1]) {
      const integral = at.reduce((sum, y, i) => sum + weight[i]! * y ** power, 0);
      expect(integral * (power + 1)).toBeCloseTo(1, 13);
    }
  });
});
