import { setTimeout as delay } from 'node:timers/promises';
import type { Session } from './session.js';

/** An answer that lacks a model although there is enough data to fit it. */
export interface MaybeFitted {
  readonly fitPending?: boolean;
}

const LONGEST_WAIT_MS = 30_000;
const ASK_EVERY_MS = 1_000;

/**
 * A running engine fits its models some seconds after an import: an answer that only lacks the fit is requested again.
 * An engine that lives for one command fits none, and its answer says which command does.
 */
export async function onceFitted<Answer extends MaybeFitted>(session: Session, ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  if (!answer.fitPending || !(await session.isLasting())) return answer;
  session.output.hint('The engine is fitting the models ...');
  for (const until = Date.now() + LONGEST_WAIT_MS; answer.fitPending && Date.now() < until; ) {
    await delay(ASK_EVERY_MS, undefined, { signal: session.signal });
    answer = await ask();
  }
  return answer;
}
