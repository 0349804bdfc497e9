import { emailAddress } from '../identity/email-address.js';
import type { RowBasis } from './kind.js';

/** The personal data in a row of facts. An invalid e-mail address is left out: it is no reason to lose a fact. */
export function personalOf({ email, phone, name }: RowBasis): Readonly<Record<string, string>> | undefined {
  const address = email === undefined ? undefined : (emailAddress(email) ?? undefined);
  const given = Object.entries({ name, email: address, phone }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
