import { Injectable } from '@nestjs/common';

/** Created once: for each `abort()` without a reason the platform creates an error with a stack. */
const ENDED = new Error('The stream has ended.');

/** The answers that never end by themselves: ended when the server closes, which would otherwise wait for them. */
@Injectable()
export class OpenStreams {
  readonly #open = new Set<AbortController>();
  #closing = false;

  /** A signal that aborts when the server closes or the caller is done. Always call `end` afterwards. */
  open(): { readonly signal: AbortSignal; readonly end: () => void } {
    const controller = new AbortController();
    this.#open.add(controller);
    if (this.#closing) controller.abort(ENDED);
    const end = (): void => {
      this.#open.delete(controller);
      controller.abort(ENDED);
    };
    return { signal: controller.signal, end };
  }

  close(): void {
    this.#closing = true;
    for (const controller of this.#open) controller.abort(ENDED);
  }
}
