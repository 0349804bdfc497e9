import { described, listOf, number, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { languages } from '../../shared/explanation/language.js';
import { noScoreCodes, sectionCodes } from './wording.js';

/** `CustomerExplanation`. */
export const explanationSchema = described(
  record(
    {
      customerId: text,
      language: oneOf(languages),
      probability: orNull(number),
      horizon: text,
      about: text,
      code: oneOf(noScoreCodes),
      notEnoughData: text,
      fitPending: { type: 'boolean' },
      title: text,
      sections: listOf(record({ code: oneOf(sectionCodes), heading: text, texts: listOf(text) })),
      markdown: text,
    },
    ['code', 'notEnoughData', 'fitPending'],
  ),
  {
    probability: 'As in the answer about the customer, which this document explains; null where there is none',
    code: 'Why there is no probability: scoring-objected, closed, no-purchase, fit-pending, too-little-data, no-model. Of a section: what it is about',
    notEnoughData: 'Why there is no probability, as in the answer about the customer, in English: the document says it in its language',
    fitPending: 'True when there is enough data, and only a fit is missing: the engine makes one by itself within seconds',
    sections:
      'The document: what was computed, the result with its interval, reasons, data, model, checks, what a person stated, who decides, and the rights of the customer',
    markdown: 'The same document as one text in Markdown',
  },
);
