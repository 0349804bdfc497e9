import { everybodyQuery, listQuery, termsQuery, valueState } from './state.js';

describe('the state of the page of lifetime value', () => {
  it('leaves the terms to what is stated where the address says nothing, or what is not understood', () => {
    const plain = {};
    expect(valueState({})).toEqual(plain);
    const state = valueState({ horizon: 'P5Y', margin: 40, discountRate: 'much', history: 'yes', downTo: {} });
    expect(state).toEqual(plain);
    expect(termsQuery(state)).toEqual({});
  });

  it('asks for what the address says, an id that looks like a number among it', () => {
    const state = valueState({ horizon: 'P90D', margin: 0.4, discountRate: 0, currency: 'EUR', downTo: 1001, cursor: 'abc', history: true });
    expect(termsQuery(state)).toEqual({ horizon: 'P90D', margin: 0.4, discountRate: 0, currency: 'EUR' });
    expect(listQuery(state)).toEqual({ horizon: 'P90D', margin: 0.4, discountRate: 0, currency: 'EUR', downTo: '1001', cursor: 'abc', limit: 25 });
    expect(everybodyQuery(state)).toEqual({ horizon: 'P90D', margin: 0.4, discountRate: 0, currency: 'EUR', limit: 25 });
  });
});
