/** The thread that worked on a call has ended; the same call may be repeated. */
export class ThreadLost extends Error {
  /** It had exhausted its memory: the same work may well do so again. */
  readonly outOfMemory: boolean;

  constructor(
    readonly thread: string,
    cause: NodeJS.ErrnoException,
  ) {
    super(`The ${thread} thread of the engine ended: ${sentenceOf(cause)}`);
    this.name = 'ThreadLost';
    this.outOfMemory = isOutOfMemory(cause);
  }
}

const isOutOfMemory = ({ code }: NodeJS.ErrnoException): boolean => code === 'ERR_WORKER_OUT_OF_MEMORY';

function sentenceOf(cause: NodeJS.ErrnoException): string {
  if (isOutOfMemory(cause)) return 'it had used up its memory.';
  return /[.!?]$/.test(cause.message) ? cause.message : `${cause.message}.`;
}
