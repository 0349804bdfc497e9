import type { ExportDefinition } from '@tenure/projecting';
import { liveView } from '../reading/live-view.js';
import type { ValueDocument } from './projection.js';
import { termsOf, valueQuestion } from './question.js';
import { valueColumns, valueRow } from './rows.js';
import { Valuer } from './valuer.js';

/** Every customer, also those without a value, on the default terms. */
export const valueExport: ExportDefinition = {
  columns: valueColumns,
  async *rows(context) {
    const view = await liveView(context.snapshot, 'lifetime-value');
    const question = await valueQuestion(context, view, {});
    const { fits } = question;
    const valuer = typeof fits === 'string' ? fits : new Valuer(question, fits);
    for await (const chunk of context.snapshot.scan(view)) {
      for (const [customerId, document] of chunk as Array<[string, ValueDocument]>) {
        yield valueRow(
          typeof valuer === 'string' ? { customerId, value: null, ...termsOf(question), notEnoughData: valuer } : valuer.value(customerId, document),
        );
      }
    }
  },
};
