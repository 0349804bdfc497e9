import type { Decider } from '@tenure/streams';
import type { DecideContext } from './aspect.js';
import { type Command, decide } from './decide.js';
import { evolve } from './evolve.js';
import type { Fact, NewFact } from './fact.js';
import { type CustomerState, initialState } from './state.js';

/** What a customer's stream says, and what may be recorded on it next. `libs/commanding` carries its commands out. */
export const customer: Decider<CustomerState, Command, Fact, NewFact, DecideContext> = { initial: initialState, evolve, decide };
