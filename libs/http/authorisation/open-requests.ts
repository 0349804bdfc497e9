import type { ServerResponse } from 'node:http';
import type { Principal } from '@tenure/access';
import type { KeyRing } from '../ports.js';

/** With the half second in which keys of other processes are heard of, what a revoked key has open ends within a second. */
const LOOK_EVERY_MS = 250;

/** What is being answered, by who asked: a key that is revoked or comes to its end takes all of it along. */
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

  /** The connection is cut, as if the client had gone: whatever works for it stops in the same way. */
  #endWhatIsNotGood(): void {
    for (const { principal, answers } of this.#open.values()) {
      if (!this.keys.isGood(principal)) for (const answer of answers) answer.destroy();
    }
  }
}
