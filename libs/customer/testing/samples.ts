/**
 * Commands, in order, that record each type of event of an aspect once, with every field it can carry; about a registered customer,
 * for all aspects but identity.
 */
export type Samples = ReadonlyArray<readonly [name: string, fields: object]>;
