import { type MaybeFitted, onceFitted } from './once-fitted.js';
import type { Session } from './session.js';

interface Explanation extends MaybeFitted {
  readonly markdown: string;
  readonly notEnoughData?: string;
}

/** The document that explains a score of one customer. */
export async function printExplanation(session: Session, ask: () => Promise<Explanation>): Promise<void> {
  const explanation = await onceFitted(session, ask);
  session.output.answer(explanation, ({ markdown }) => markdown.trimEnd());
  // The document says why in its language; which command fits a model, the sentence.
  if (explanation.fitPending && explanation.notEnoughData !== undefined) session.output.hint(explanation.notEnoughData);
}
