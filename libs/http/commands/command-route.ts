import type { Role } from '@tenure/access';

/** What the edge needs to know of a command on customers; `libs/customer` has the list. */
export interface CommandRoute {
  readonly name: string;
  readonly aspect: string;
  readonly summary: string;
  // biome-ignore lint/suspicious/noExplicitAny: any class may describe a body
  readonly shape: new () => any;
}

/** Roles that may send them. */
export const customerSenders: readonly [Role] = ['integrator'];
