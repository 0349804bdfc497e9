import { customerOf, type Snapshots } from '@tenure/event-log';
import type { Vault } from './vault.js';

/** A snapshot's place is its stream; it has no revision of its own. */
const TYPE = 'Snapshot';
const FIELD = 'part';

interface SealedPart {
  readonly sealed: string;
}

/** Snapshots hold what is known of a customer, names among it: they are stored sealed. A snapshot that does not open counts as absent. */
export class SealedSnapshots implements Snapshots {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly vault: Vault,
    /** Called with the reason when one cannot be sealed or opened. */
    private readonly warn: (message: string) => void,
  ) {}

  async read(stream: string): Promise<unknown[]> {
    const parts = await this.snapshots.read(stream);
    if (parts.length === 0) return [];
    const customerId = customerOf(stream)!;
    const ring = await this.#orWarn(async () => (await this.vault.ringsOf([customerId])).get(customerId));
    return parts.flatMap((part) => {
      const { sealed } = part as Partial<SealedPart>;
      for (const key of sealed === undefined ? [] : (ring?.values() ?? [])) {
        const text = key?.open(stream, FIELD, sealed!) ?? null;
        if (text !== null) return [JSON.parse(text) as unknown];
      }
      return [];
    });
  }

  async keep(stream: string, part: object, anew: boolean): Promise<boolean> {
    const key = await this.#orWarn(() => this.vault.keyFor(customerOf(stream)!));
    if (key === undefined) return false;
    const sealed = key.seal({ stream, revision: 0, type: TYPE }, { [FIELD]: JSON.stringify(part) })[FIELD];
    return this.snapshots.keep(stream, { sealed }, anew);
  }

  /** A convenience does not fail: the log is read instead. */
  async #orWarn<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.warn(`Snapshots of customers with long histories cannot be used: ${(error as Error).message}`);
      return undefined;
    }
  }
}
