import { pathOf } from '@tenure/client';
import type { Session } from './session.js';

/** The id of a customer as it was typed: an e-mail address or a telephone number with its plus stands for the id that imports make of it. */
export async function customerIdOf(session: Session, typed: string): Promise<string> {
  const text = typed.trim();
  const known = /^[^\s@]+@[^\s@]+$/.test(text) ? { email: text } : /^\+[\d\s()./-]{5,}$/.test(text) ? { phone: text } : null;
  if (known === null) return typed;
  const { customerId } = await (await session.client()).post<{ customerId: string }>(pathOf('customers', 'resolve'), known);
  return customerId;
}
