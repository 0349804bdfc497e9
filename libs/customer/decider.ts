import type { Decider } from '@tenure/streams';
import type { DecideContext } from './aspect.js';
import { type Command, decide } from './decide.js';
import { evolve } from './evolve.js';
import type { Fact, NewFact } from './fact.js';
import { type CustomerState, initialState } from './state.js';

/** The content of a customer's stream, and what may be recorded on it next. `libs/commanding` executes its commands. */
export const customer: Decider<CustomerState, Command, Fact, NewFact, DecideContext> = { initial: initialState, evolve, decide };
