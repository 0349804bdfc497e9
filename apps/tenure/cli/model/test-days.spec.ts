import { testDays } from './test-days.js';

describe('the days of a rolling back-test', () => {
  it('go from the first to the last', () => {
    expect(testDays('1997-06-30', '1997-09-30', 'P30D')).toEqual(['1997-06-30', '1997-07-30', '1997-08-29', '1997-09-28']);
    expect(testDays('1997-06-30', '1997-06-30', 'P30D')).toEqual(['1997-06-30']);
  });

  it.each([
    ['1997-06-31', '1997-09-30', 'P30D', '--at is "1997-06-31"'],
    ['1997-06-30', 'soon', 'P30D', '--until is "soon"'],
    ['1997-06-30', '1997-05-30', 'P30D', 'is before'],
    ['1997-06-30', '1997-09-30', 'monthly', 'whole days, such as P30D'],
    ['1997-06-30', '2007-09-30', 'P1D', 'more than 100'],
  ])('%s to %s every %s is refused', (first, last, every, said) => expect(() => testDays(first, last, every)).toThrow(said));
});
