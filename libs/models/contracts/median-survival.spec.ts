import { kaplanMeier, medianSurvival, type ObservedTime } from '../index.js';

const event = (time: number): ObservedTime => ({ time, event: true });
const censored = (time: number): ObservedTime => ({ time, event: false });

describe('medianSurvival', () => {
  it('remission under 6-MP (Freireich et al. 1963): 23 weeks, from 13 on, with no upper limit, as R prints it with log-log intervals', () => {
    const curve = kaplanMeier([...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(event), ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(censored)]);
    expect(medianSurvival(curve)).toEqual({ time: 23, low: 13, high: null });
  });

  it('under placebo: 8 weeks, 4 to 11', () => {
    const curve = kaplanMeier([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(event));
    expect(medianSurvival(curve)).toEqual({ time: 8, low: 4, high: 11 });
  });

  it('is where the curve is exactly one half, and is not there where it ends above', () => {
    expect(medianSurvival(kaplanMeier([event(1), event(2), censored(3), censored(3)]))).toMatchObject({ time: 2 });
    expect(medianSurvival(kaplanMeier([event(1), censored(2), censored(3)]))).toBeNull();
  });

  it('has a lower limit also where nobody is left', () => {
    expect(medianSurvival(kaplanMeier([event(4), event(4)]))).toEqual({ time: 4, low: 4, high: null });
  });
});
