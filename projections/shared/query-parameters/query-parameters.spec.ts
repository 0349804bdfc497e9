import { compileShape } from '@tenure/shape';
import { IsOptional } from 'class-validator';
import { IsCurrencyInAnyCase, readCurrency } from './currency.js';
import { IsDayOrMonth, readDay } from './day.js';
import { IsHorizon, readDuration } from './duration.js';
import { IsTimeZone, readTimeZone } from './timezone.js';

class Sample {
  @IsOptional() @IsCurrencyInAnyCase() currency?: string;
  @IsOptional() @IsDayOrMonth() from?: string;
  @IsOptional() @IsHorizon('infinite') horizon?: string;
  @IsOptional() @IsTimeZone() timezone?: string;
}

const shape = compileShape(Sample);

describe('a parameter', () => {
  it.each([
    ['currency', 'euro', 'unknown-currency', 'currency is "euro", which is not an ISO 4217 code: did you mean EUR?'],
    ['currency', 'EU', 'unknown-currency', 'currency is "EU", which is not an ISO 4217 code: did you mean EUR?'],
    ['currency', 'UDS', 'unknown-currency', 'currency is "UDS", which is not an ISO 4217 code: did you mean USD?'],
    ['currency', 'dollars', 'unknown-currency', 'currency is "dollars", which is not an ISO 4217 code: write one such as EUR, CNY or USD'],
    ['from', '1997-02-30', 'not-a-date', 'from is "1997-02-30", which is no day: write it as 1997-01-31, or a whole month as 1997-01'],
    ['horizon', 'PT1H', 'not-a-duration', 'horizon is "PT1H": write an ISO 8601 duration from P1D to P3Y, such as P90D, or infinite'],
    ['horizon', 'P4Y', 'not-a-duration', 'horizon is "P4Y": write an ISO 8601 duration from P1D to P3Y, such as P90D, or infinite'],
    ['timezone', 'Mars/Base', 'unknown-timezone', expect.stringMatching(/^timezone is "Mars\/Base", which is no time zone: write /)],
  ])('%s=%s is refused with what to write instead', (name, text, code, detail) => {
    expect(shape.check({ [name]: text })).toEqual([{ pointer: `/${name}`, code, detail }]);
  });

  it('that is empty is as good as absent', () => {
    expect(shape.check({ currency: '', from: '', horizon: '', timezone: '' })).toEqual([]);
    expect([readCurrency(''), readDay(''), readTimeZone('', 'UTC')]).toEqual([null, null, 'UTC']);
  });

  it('that is accepted is read', () => {
    expect(shape.check({ currency: 'eur', from: '1997-01', horizon: 'infinite', timezone: 'europe/berlin' })).toEqual([]);
    expect([readCurrency('eur'), readCurrency('CNY'), readTimeZone('europe/berlin', 'UTC')]).toEqual(['EUR', 'CNY', 'Europe/Berlin']);
    expect([readDay('1970-02'), readDay('1970-02', 'last'), readDay('1970-02-02', 'last')]).toEqual([31, 58, 32]);
    expect(['P1D', 'P1M', 'P1Y', 'P3Y', 'P2W'].map(readDuration)).toEqual([1, 30, 365, 1095, 14]);
  });

  it('that no shape has looked at is a fault, not a figure', () => {
    expect(() => readDay('soon')).toThrow(TypeError);
    expect(() => readDuration('soon')).toThrow(TypeError);
    expect(() => readTimeZone('Mars/Base', 'UTC')).toThrow(TypeError);
  });
});
