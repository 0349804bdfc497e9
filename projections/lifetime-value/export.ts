import type { ExportDefinition } from '@tenure/querying';
import { liveView } from '../shared/reading/live-view.js';
import { isNotEnough } from '../shared/scoring/not-enough-data.js';
import type { ValueDocument } from './document.js';
import { termsOf, valueQuestion } from './question.js';
import { valueColumns, valueRow } from './rows.js';
import { type CustomerValue, type NoValue, Valuer } from './valuer.js';

/** Every customer, also those without a value, on the default terms. */
export const valueExport: ExportDefinition = {
  columns: valueColumns,
  async *rows(context) {
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, {});
    const { fits } = question;
    let rowOf: (customerId: string, document: ValueDocument) => CustomerValue | NoValue;
    if (isNotEnough(fits)) rowOf = (customerId) => ({ customerId, value: null, ...termsOf(question), ...fits });
    else {
      const valuer = new Valuer(question, fits);
      rowOf = (customerId, document) => valuer.value(customerId, document);
    }
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ValueDocument]>) yield valueRow(rowOf(customerId, document));
    }
  },
};
