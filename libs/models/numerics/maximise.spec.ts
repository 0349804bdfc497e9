import { choleskyFactor, choleskySolve, invertPositiveDefinite } from './cholesky.js';
import { maximise, type Objective } from './maximise.js';

describe('Cholesky', () => {
  const matrix = Float64Array.of(4, 2, -1, 2, 5, 3, -1, 3, 6);

  it('solves and inverts', () => {
    const solution = choleskySolve(choleskyFactor(matrix, 3)!, 3, [1, -2, 3]);
    const back = [0, 1, 2].map((i) => [0, 1, 2].reduce((sum, j) => sum + matrix[i * 3 + j]! * solution[j]!, 0));
    [1, -2, 3].forEach((expected, i) => {
      expect(back[i]).toBeCloseTo(expected, 13);
    });
    const inverse = invertPositiveDefinite(matrix, 3)!;
    expect(inverse[0]! * 4 + inverse[1]! * 2 - inverse[2]!).toBeCloseTo(1, 13);
  });

  it('says when a matrix is not positive definite', () => {
    expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2, 1.5)).not.toBeNull();
    expect(invertPositiveDefinite(Float64Array.of(NaN, 0, 0, 1), 2)).toBeNull();
  });
});

describe('maximise', () => {
  /** A hill that is convex, not concave, far from its top. */
  const bell: Objective = ([x, y], into) => {
    const value = Math.exp(-(x! - 1) * (x! - 1) - ((y! + 2) * (y! + 2)) / 2);
    const dx = -2 * (x! - 1),
      dy = -(y! + 2);
    into.value = value;
    into.gradient.set([dx * value, dy * value]);
    into.hessian.set([(dx * dx - 2) * value, dx * dy * value, dx * dy * value, (dy * dy - 1) * value]);
  };

  it('climbs from where the surface is not concave', () => {
    const { theta, converged, gradientNorm } = maximise(bell, Float64Array.of(3, 0));
    expect(converged).toBe(true);
    expect(gradientNorm).toBeLessThan(1e-9);
    expect(theta[0]).toBeCloseTo(1, 8);
    expect(theta[1]).toBeCloseTo(-2, 8);
  });

  it('does not call a search converged that runs to infinity', () => {
    const rising: Objective = ([x], into) => {
      into.value = -1e6 * Math.exp(-x!);
      into.gradient[0] = 1e6 * Math.exp(-x!);
      into.hessian[0] = -1e6 * Math.exp(-x!);
    };
    const { converged, atEdge } = maximise(rising, Float64Array.of(0));
    expect(converged).toBe(false);
    expect(atEdge).toBe(true);
  });

  it('does not call a start without a finite value converged', () => {
    const broken: Objective = (_theta, into) => {
      into.value = NaN;
    };
    expect(maximise(broken, Float64Array.of(0)).converged).toBe(false);
  });
});
