/** No answer came in time. For an append, that says nothing about whether it happened. */
export class NoAnswer extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoAnswer';
  }
}

/** Stops waiting for the answer after `ms`; the work itself continues if it can. @param left ends the wait early */
export async function within<T>(ms: number, work: Promise<T>, left?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await unlessLeft(Promise.race([work, late]), left);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for the work only while the signal is not aborted. @throws its reason */
export async function unlessLeft<T>(work: Promise<T>, left?: AbortSignal): Promise<T> {
  if (!left) return work;
  let leave: () => void = () => undefined;
  const leaving = new Promise<never>((_, reject) => {
    leave = () => reject(left.reason);
    left.addEventListener('abort', leave, { once: true });
    if (left.aborted) leave();
  });
  try {
    return await Promise.race([work, leaving]);
  } finally {
    left.removeEventListener('abort', leave);
  }
}
