import type { ServerResponse } from 'node:http';
import type { Principal } from '@tenure/access';
import type { KeyRing } from '../ports.js';

/** Keys changed by another process are known after half a second; with this interval the open requests of a revoked key end within a second. */
const LOOK_EVERY_MS = 250;

/** Open requests by key: when a key is revoked or expires, all of its requests are ended. */
export class OpenRequests {
  readonly #open = new Map<string, { readonly principal: Principal; readonly answers: Set<ServerResponse> }>();
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly keys: Pick<KeyRing, 'isGood'>) {
    this.#timer = setInterval(() => this.#endWhatIsNotGood(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  add(principal: Principal, answer: ServerResponse): void {
    const known = this.#open.get(principal.id);
    const { answers } = known ?? { answers: new Set<ServerResponse>() };
    answers.add(answer);
    if (!known) this.#open.set(principal.id, { principal, answers });
    answer.once('close', () => {
      answers.delete(answer);
      if (answers.size === 0) this.#open.delete(principal.id);
    });
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Cuts the connection, as if the client had gone: all work for it then stops in the same way. */
  #endWhatIsNotGood(): void {
    for (const { principal, answers } of this.#open.values()) {
      if (!this.keys.isGood(principal)) for (const answer of answers) answer.destroy();
    }
  }
}
