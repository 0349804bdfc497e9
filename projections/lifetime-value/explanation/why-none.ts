import { isClosedOn } from '../../shared/scoring/dated-closings.js';
import { isNotEnough } from '../../shared/scoring/not-enough-data.js';
import { dayOfFact, type ValueDocument } from '../document.js';
import type { ValueQuestion } from '../question.js';
import type { NoValue } from '../valuer.js';
import type { NoValueCode } from './wording.js';

/** Why a customer has no value, for a program: the reason of which the answer has the sentence. */
export function whyNone({ code, fitPending, needed, notEnoughData }: NoValue, { o: orders, c: closings }: ValueDocument, question: ValueQuestion): NoValueCode {
  if (code !== undefined) return code;
  if (fitPending) return 'fit-pending';
  if (needed !== undefined) return 'too-little-data';
  const { fits, known } = question;
  if (isNotEnough(fits) && fits.notEnoughData === notEnoughData) return 'no-model';
  if (isClosedOn(closings, known.dayOf, known.until)) return 'closed';
  return orders.some((order) => dayOfFact(order, known.dayOf) <= known.until) ? 'no-purchase-in-currency' : 'no-purchase';
}
