import { type IdsOfLog, type PersonalKey, personalId, personalKeyOf } from './personal-id.js';

type IsKnown = (customerId: string) => Promise<boolean>;

/** The id that an import gives to a customer who is known by a value; null for a text that is not such a value. */
export async function findPersonalId(ids: IdsOfLog, key: PersonalKey, text: string, isKnown: IsKnown): Promise<string | null> {
  const value = text.trim();
  const id = personalId(ids.keyed, key, value);
  if (id === null) return null;
  return ids.hasPlainIds && (await isKnown(value)) ? value : id;
}

/**
 * The customer meant by a typed id, address or number, as a file may have it. An ambiguous text is an id if there is such a
 * customer, otherwise the number of the customer known by it, otherwise an id that nobody has.
 */
export async function findCustomerId(idsOfLog: () => Promise<IdsOfLog>, text: string, isKnown: IsKnown): Promise<string> {
  const value = text.trim();
  const key = personalKeyOf(value);
  if (key !== null) return (await findPersonalId(await idsOfLog(), key, value, isKnown)) as string;
  if (await isKnown(value)) return value;
  const ids = await idsOfLog();
  for (const possible of ['phone', 'account'] as const) {
    const id = await findPersonalId(ids, possible, value, isKnown);
    if (id !== null && (await isKnown(id))) return id;
  }
  return value;
}
