import type { Rejection } from '@tenure/streams';

export type { Rejection };

export function reject(code: string, detail: string, pointer?: string): Rejection {
  return pointer === undefined ? { code, detail } : { code, detail, pointer };
}

/** The refusal to register somebody twice; its pointer is to the date where that is another than the one recorded. */
export const alreadyRegistered = 'customer-already-registered';

/** The refusal of a correction that corrects nothing. */
export const nothingChanged = (): Rejection =>
  reject('nothing-changed', 'Every value given is already so: send the fields that differ, or leave the command out.');

/** Tells a refusal from what would have come instead. */
export function isRejection<T extends object>(outcome: T | Rejection): outcome is Rejection {
  return 'code' in outcome;
}

/** Whether what a command refers to is not recorded (`order-unknown`): a fact that comes later may cure it. */
export function lacksFact({ code }: Pick<Rejection, 'code'>): boolean {
  return code.endsWith('-unknown') && code !== 'command-unknown';
}
