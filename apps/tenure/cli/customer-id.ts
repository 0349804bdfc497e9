import type { Session } from './session.js';

/** Fewer digits are neither a telephone number nor an account. */
const fewestDigits = 6;

/**
 * The id of a customer as typed. An e-mail address, a telephone number or an account stands for the id that imports derive from it, however it is
 * spelled. The engine answers with the id.
 */
export async function customerIdOf(session: Session, typed: string): Promise<string> {
  const mayBePersonal = /[@＠﹫]/.test(typed) || (typed.normalize('NFKC').match(/\d/g)?.length ?? 0) >= fewestDigits;
  if (!mayBePersonal || /^c-[a-z2-7]{20}$/.test(typed)) return typed;
  const { customerId } = await (await session.client()).post('/v1/customers/resolve', { body: { value: typed } });
  return customerId;
}
