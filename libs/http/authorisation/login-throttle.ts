import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** An address may try this many unknown keys at once, and then one a second. */
const BURST = 100;
const PER_SECOND = 1;
/** How many addresses are remembered; the one quiet for longest is forgotten first. */
const MOST_ADDRESSES = 10_000;

interface Allowance {
  left: number;
  at: number;
}

/**
 * Limits how often an address may try unknown keys. A valid key is always let in, whatever its neighbours behind the same address
 * do: it cannot be guessed, so refusing it would protect nobody.
 */
export class LoginThrottle {
  readonly #allowances = new LRUCache<string, Allowance>({ max: MOST_ADDRESSES });

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts a failure. Returns the seconds until the next attempt is checked; 0 while the allowance lasts. */
  failed(address: string): number {
    const now = this.now();
    const network = networkOf(address);
    const before = this.#allowances.get(network) ?? { left: BURST, at: now };
    const left = Math.min(BURST, before.left + ((now - before.at) / 1_000) * PER_SECOND);
    const isAllowed = left >= 1;
    this.#allowances.set(network, { left: isAllowed ? left - 1 : left, at: now });
    return isAllowed ? 0 : Math.ceil((1 - left) / PER_SECOND);
  }
}

/** In IPv6 a single customer of a provider has 2^64 addresses (RFC 6177). */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%', 1)[0]!.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const whole = [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return whole.slice(0, 4).join(':');
}
