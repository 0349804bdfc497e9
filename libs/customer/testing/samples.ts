/**
 * Commands, one after the other, that make each type of event of an aspect once, with every field it can carry; of a customer that is
 * registered, for all aspects but identity.
 */
export type Samples = ReadonlyArray<readonly [name: string, fields: object]>;
