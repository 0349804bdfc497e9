import { emailAddress } from '../identity/email-address.js';
import type { RowBasis } from './kind.js';

/** What a row of facts says of the customer's person. What is no e-mail address is left out: it costs no fact. */
export function personalOf({ email, phone, name }: RowBasis): Readonly<Record<string, string>> | undefined {
  const address = email === undefined ? undefined : (emailAddress(email) ?? undefined);
  const given = Object.entries({ name, email: address, phone }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
