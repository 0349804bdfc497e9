/** What the edge must know of a command; `libs/customer` has the list. */
export interface CommandRoute {
  readonly name: string;
  readonly aspect: string;
  readonly summary: string;
  // biome-ignore lint/suspicious/noExplicitAny: any class may describe a body
  readonly shape: new () => any;
}
