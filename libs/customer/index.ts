export type { DecideContext, Decision } from './aspect.js';
export { CustomerCommand, type CommandDefinition, type Standing } from './command.js';
export { commands } from './commands.js';
export { type Command, decide } from './decide.js';
export { UnknownEventError, events, evolve } from './evolve.js';
export type { Fact, NewFact } from './fact.js';
export { Money, type MoneyAmount, MoneyError, formatMoney, parseMoney } from './money.js';
export { type Rejection, isRejection } from './rejection.js';
export { type CustomerState, initialState } from './state.js';

export type * from './activity/events.js';
export type * from './complaints/events.js';
export type * from './identity/events.js';
export type * from './purchases/events.js';
export type * from './satisfaction/events.js';
export type * from './subscriptions/events.js';
