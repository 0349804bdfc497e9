import { described, listOf, moneyTotal, number, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { languages } from '../../shared/explanation/language.js';
import { termOriginsSchema, valuePartsSchema, valueTermsSchemas } from '../answer-schemas.js';
import { valueDefinition } from '../definition.js';
import { noValueCodes, sectionCodes } from './wording.js';

/** `CustomerValueExplanation`. */
export const valueExplanationSchema = described(
  record(
    {
      customerId: text,
      language: oneOf(languages),
      value: orNull(moneyTotal),
      ...valueTermsSchemas,
      terms: termOriginsSchema,
      parts: valuePartsSchema,
      ownMargin: number,
      code: oneOf(noValueCodes),
      notEnoughData: text,
      fitPending: { type: 'boolean' },
      title: text,
      sections: listOf(record({ code: oneOf(sectionCodes), heading: text, texts: listOf(text) })),
      markdown: text,
    },
    ['parts', 'ownMargin', 'code', 'notEnoughData', 'fitPending'],
  ),
  {
    ...valueDefinition.fields,
    value: 'As in the answer about the customer, which this document explains; null where there is none',
    code: `Why there is no value: ${noValueCodes.join(', ')}. Of a section: what it is about`,
    notEnoughData: 'Why there is no value, as in the answer about the customer, in English: the document says it in its language',
    fitPending: 'True when there is enough data, and only a fit is missing: the engine makes one by itself within seconds',
    sections:
      'The document: what was computed, the result, its parts, the figures that went in, the terms, the interval, what would change it, the data, the models, who decides, and the rights of the customer',
    markdown: 'The same document as one text in Markdown',
  },
);
