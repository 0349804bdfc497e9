import { middle95, ParameterDraws, parameterDrawCount } from './parameter-draws.js';
import { discountedExpectedPurchases } from './purchases/discounted-purchases.js';
import { mbgNbd } from './purchases/mbg-nbd.js';

const names = ['r', 'alpha', 'a', 'b'];
/** MBG/NBD on some thousand customers, in weeks. */
const fit = {
  parameters: { r: 0.5245, alpha: 6.183, a: 0.891, b: 1.614 },
  logCovariance: [
    [0.003, 0.002, 0, 0],
    [0.002, 0.004, 0, 0],
    [0, 0, 0.04, 0.03],
    [0, 0, 0.03, 0.04],
  ],
};
const logs = (draws: ParameterDraws, name: string) => draws.parameters.map((each) => Math.log(each[name]!));
const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
const covariance = (one: readonly number[], other: readonly number[]) => mean(one.map((each, i) => (each - mean(one)) * (other[i]! - mean(other))));

describe('draws of parameters', () => {
  it('have the covariance of the fit around its parameters, and are the same every time', () => {
    const draws = ParameterDraws.of(fit, names, 0)!;
    names.forEach((one, i) => {
      expect(Math.abs(mean(logs(draws, one)) - Math.log(fit.parameters[one as 'r']))).toBeLessThan(0.05 * Math.sqrt(fit.logCovariance[i]![i]!));
      names.forEach((other, j) => {
        const scale = Math.sqrt(fit.logCovariance[i]![i]! * fit.logCovariance[j]![j]!);
        expect(Math.abs(covariance(logs(draws, one), logs(draws, other)) - fit.logCovariance[i]![j]!)).toBeLessThan(0.1 * scale);
      });
    });
    expect(ParameterDraws.of(fit, names, 0)!.parameters).toEqual(draws.parameters);
  });

  it('of two fits are independent in different halves', () => {
    const [one, other] = ([0, 1] as const).map((half) => ParameterDraws.of(fit, names, half)!);
    for (const left of names) {
      for (const right of names) {
        const [variance, another] = [covariance(logs(one!, left), logs(one!, left)), covariance(logs(other!, right), logs(other!, right))];
        expect(Math.abs(covariance(logs(one!, left), logs(other!, right)))).toBeLessThan(0.1 * Math.sqrt(variance * another));
      }
    }
  });

  it('of a normal number have its 95 % interval', () => {
    const draws = ParameterDraws.of({ parameters: { m: 3 }, logCovariance: [[0.01]] }, ['m'], 0)!;
    const { low, high } = middle95(Float64Array.from(draws.parameters, ({ m }) => m!));
    expect(Math.abs(Math.log(low / 3) + 0.196)).toBeLessThan(0.01);
    expect(Math.abs(Math.log(high / 3) - 0.196)).toBeLessThan(0.01);
  });

  it('leave a parameter alone that has no variance, at a limit or where two move as one', () => {
    const together = {
      parameters: { r: 1e12, alpha: 2e12, a: 0, b: 1 },
      logCovariance: [
        [0.04, 0.04, 0, 0],
        [0.04, 0.04, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    };
    const { parameters } = ParameterDraws.of(together, names, 0)!;
    expect(new Set(parameters.map(({ a, b }) => `${a} ${b}`))).toEqual(new Set(['0 1']));
    for (const { r, alpha } of parameters) expect(alpha! / r!).toBeCloseTo(2, 9);
    expect(ParameterDraws.of({ parameters: {}, logCovariance: null }, names, 0)).toBeNull();
  });

  it('are met by a smooth function without being asked at each of them', () => {
    const draws = ParameterDraws.of(fit, names, 0)!;
    for (const [x, T] of [
      [0, 10],
      [3, 30],
      [20, 100],
    ] as const) {
      const history = { x, tx: x === 0 ? 0 : T, T };
      const whileAlive = (parameters: Readonly<Record<string, number>>) =>
        discountedExpectedPurchases(mbgNbd, parameters, history, { periods: 36, periodLength: 4.345, discountRatePerPeriod: 0.008 }) /
        mbgNbd.probabilityAlive(parameters, history);
      const exact = draws.parameters.map((each) => whileAlive(each) / whileAlive(fit.parameters));
      const { low, high } = middle95(Float64Array.from(exact));
      expect(exact).toHaveLength(parameterDrawCount);
      const smooth = draws.smooth(whileAlive);
      const farthest = smooth.reduce((most, each, draw) => Math.max(most, Math.abs(each - exact[draw]!)), 0);
      expect(farthest).toBeLessThan(0.1 * (high - low));
      expect(Math.abs(middle95(smooth).low - low)).toBeLessThan(0.02 * (high - low));
      expect(Math.abs(middle95(smooth).high - high)).toBeLessThan(0.02 * (high - low));
    }
  });
});
