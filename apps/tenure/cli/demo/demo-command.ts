/** A command of the made-up history, as the bulk route takes it. */
export interface DemoCommand {
  readonly name: string;
  readonly id: string;
  readonly customerId: string;
  readonly data: object;
}

export const otherDemo =
  'A demo with other options, or of another day, is in this data already. Give this one a folder of its own: tenure demo --data ./demo-2.';

/** When it happens, epoch milliseconds; NaN for a command without a time. */
export function timeOf({ data }: DemoCommand): number {
  return Date.parse((data as { readonly occurredAt?: string }).occurredAt ?? '');
}
