import { customersQuery, customersState } from './state.js';

describe('the address of the list of customers', () => {
  it('asks for all where it says nothing', () => {
    expect(customersQuery(customersState({}))).toEqual({ party: null, status: null, limit: 50, cursor: undefined });
  });

  it('is understood as it was written', () => {
    const state = { party: 'household', status: 'closed', cursor: 'abc' } as const;
    expect(customersState({ ...state })).toEqual(state);
    expect(customersQuery(state)).toEqual({ ...state, limit: 50 });
  });

  it('takes what it does not know for the default', () => {
    expect(customersState({ party: 'club', status: 1, cursor: 2 })).toEqual(customersState({}));
  });
});
