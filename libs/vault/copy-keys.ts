import { VaultUnavailable } from './errors.js';
import type { Keys, WrappedKey } from './keys.js';

/** A place of keys that can be enumerated. */
export interface ListedKeys extends Pick<Keys, 'id' | 'place'> {
  pages(size: number): Iterable<readonly WrappedKey[]> | AsyncIterable<readonly WrappedKey[]>;
}

const PAGE = 1_000;
const REMEDY = 'Copy into an empty namespace: give a new TENURE_NAMESPACE (with --seal: another --into).';

/**
 * Copies a vault to where the roles of a cluster find it; run it again after an interruption, or when more keys have been made since. The keys stay
 * wrapped: the log's secret travels separately.
 * @returns how many keys there are
 * @throws VaultUnavailable when the target is the vault of another log
 */
export async function copyKeys(source: ListedKeys, target: Keys): Promise<number> {
  const id = await source.id();
  if (id === null) return 0;
  if ((await target.begin(id)) !== id) throw new VaultUnavailable('another', `There is a vault of another log already: ${target.place}. ${REMEDY}`);
  let copied = 0;
  for await (const page of source.pages(PAGE)) {
    await keepThese(page, target);
    copied += page.length;
  }
  return copied;
}

/** Copies the keys of some customers into a vault that has begun. @throws VaultUnavailable where one of them has another key there */
export async function copyKeysOf(customerIds: readonly string[], source: Pick<Keys, 'read'>, target: Keys): Promise<void> {
  await keepThese(await source.read(customerIds), target);
}

async function keepThese(keys: readonly WrappedKey[], target: Keys): Promise<void> {
  const kept = await target.keep(keys);
  const other = kept.find(({ wrapped }, at) => !wrapped.equals(keys[at]!.wrapped));
  if (other === undefined) return;
  throw new VaultUnavailable('another', `There is another key of customer "${other.customerId}" already: ${target.place}. ${REMEDY}`);
}
