import { leavingQuery, leavingState } from './state.js';

describe('the address of the customers likely to leave', () => {
  it('asks for those more likely than not to stay away for 90 days, by value at risk, where it says nothing', () => {
    expect(leavingQuery(leavingState({}))).toEqual({
      horizon: 'P90D',
      order: 'value-at-risk',
      minActive: '0.5',
      minProbability: '0.5',
      by: 'channel',
      limit: 50,
      cursor: undefined,
    });
  });

  it('is understood as it was written', () => {
    const state = { horizon: 'P30D', order: 'probability', minimum: 0.75, cursor: 'abc' } as const;
    expect(leavingState({ ...state })).toEqual(state);
  });

  it('takes what it does not know for the default', () => {
    expect(leavingState({ horizon: 'P1X', order: 'name', minimum: 2, cursor: 7 })).toEqual(leavingState({}));
  });
});
