import { VaultUnavailable } from './errors.js';
import type { Keys, WrappedKey } from './keys.js';

/** A place of keys that can be gone through. */
export interface ListedKeys extends Pick<Keys, 'id' | 'place'> {
  pages(size: number): Iterable<readonly WrappedKey[]>;
}

const PAGE = 1_000;

/**
 * Copies a vault to where the roles of a cluster find it; once more after an interruption, or when more have been made since. They stay wrapped: the
 * log's secret goes along by itself.
 * @returns how many there are
 * @throws VaultUnavailable when the target is the vault of another log
 */
export async function copyKeys(source: ListedKeys, target: Keys): Promise<number> {
  const id = await source.id();
  if (id === null) return 0;
  if ((await target.begin(id)) !== id) {
    throw new VaultUnavailable(
      'another',
      `There is a vault of another log already: ${target.place}. Migrate into an empty namespace: give a new TENURE_NAMESPACE.`,
    );
  }
  let copied = 0;
  for (const page of source.pages(PAGE)) {
    const kept = await target.keep(page);
    const other = kept.find(({ wrapped }, at) => !wrapped.equals(page[at]!.wrapped));
    if (other)
      throw new VaultUnavailable(
        'another',
        `There is another key of customer "${other.customerId}" already: ${target.place}. Migrate into an empty namespace: give a new TENURE_NAMESPACE.`,
      );
    copied += page.length;
  }
  return copied;
}
