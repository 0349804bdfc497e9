/** The thread that worked on a call has ended; the same call may be made again. */
export class ThreadLost extends Error {
  constructor(
    readonly thread: string,
    reason: string,
  ) {
    super(`The ${thread} thread of the engine ended: ${reason}`);
    this.name = 'ThreadLost';
  }
}

/** In a sentence. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'it had used up its memory.';
  return /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
}
