import type { Rejection } from '@tenure/streams';

export type { Rejection };

export function reject(code: string, detail: string, pointer?: string): Rejection {
  return pointer === undefined ? { code, detail } : { code, detail, pointer };
}

/** The refusal to register a customer twice; it points to the date where that differs from the recorded one. */
export const alreadyRegistered = 'customer-already-registered';

/** The refusal of a correction that changes nothing. */
export const nothingChanged = (): Rejection =>
  reject('nothing-changed', 'Every value given is already so: send the fields that differ, or leave the command out.');

/** Tells a refusal from any other outcome. */
export function isRejection<T extends object>(outcome: T | Rejection): outcome is Rejection {
  return 'code' in outcome;
}

/** Whether the command refers to something that is not recorded (`order-unknown`): a later fact may remove the reason. */
export function lacksFact({ code }: Pick<Rejection, 'code'>): boolean {
  return code.endsWith('-unknown') && code !== 'command-unknown';
}
