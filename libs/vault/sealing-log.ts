import { type AppendedLog, type AppendRequest, type AppendResult, customerOf, type NewEvent, type RecordedEvent } from '@tenure/event-log';
import type { CustomerKey, PersonalFields } from './customer-key.js';
import { openEvents } from './open-events.js';
import type { Vault } from './vault.js';

/**
 * The log as commands see it: personal parts are sealed on append and opened on read. Nothing behind it, adapter or file, ever has
 * them in clear. An event copied from another stream (`origin`) is sealed again for its new place, like everything.
 */
export class SealingLog implements AppendedLog {
  constructor(
    private readonly log: AppendedLog,
    private readonly vault: Vault,
  ) {}

  /** @throws also VaultUnavailable and LogSecretMissing: nothing was appended */
  async append(request: AppendRequest): Promise<AppendResult> {
    const { stream, expected, events } = request;
    if (!events.some(({ personal }) => personal !== undefined)) return this.log.append(request);
    const customerId = customerOf(stream);
    if (customerId === null) throw new TypeError(`an event of the stream "${stream}" has a personal part, and there is no customer whose key could seal it`);
    const first = expected === 'no-stream' ? 0 : expected + 1;
    const sealed = (key: CustomerKey) => events.map((event, at) => sealEvent(event, key, stream, first + at));
    const sealing = await this.vault.sealingKey(customerId);
    const meanwhile = sealed(sealing.key);
    const key = await sealing.durable();
    return this.log.append({ ...request, events: key === sealing.key ? meanwhile : sealed(key) });
  }

  /** A part that does not open is absent, and its event marked `unopened`. @throws also LogSecretMissing */
  async readStream(stream: string, options?: { from?: number; limit?: number; upTo?: string }): Promise<RecordedEvent[]> {
    return openEvents(await this.log.readStream(stream, options), this.vault);
  }
}

export function sealEvent(event: NewEvent, key: CustomerKey, stream: string, revision: number): NewEvent {
  if (event.personal === undefined) return event;
  const personal = key.seal({ stream, revision, type: event.type }, event.personal as PersonalFields);
  // A spread followed by further members takes V8 four times as long.
  return Object.assign({}, event, { personal, metadata: Object.assign({}, event.metadata, { keyEpoch: key.epoch }) });
}
