import type { Session } from './session.js';

/** Fewer are no telephone number and no account. */
const fewestDigits = 6;

/**
 * The id of a customer as it was typed: an e-mail address, a telephone number or an account stands for the id that imports make
 * of it, in whatever spelling a file has it. The engine tells which it is.
 */
export async function customerIdOf(session: Session, typed: string): Promise<string> {
  const mayBePersonal = /[@＠﹫]/.test(typed) || (typed.normalize('NFKC').match(/\d/g)?.length ?? 0) >= fewestDigits;
  if (!mayBePersonal || /^c-[a-z2-7]{20}$/.test(typed)) return typed;
  const { customerId } = await (await session.client()).post('/v1/customers/resolve', { body: { value: typed } });
  return customerId;
}
