import { asAtOption } from './as-at-option.js';
import { customerIdOf } from './customer-id.js';
import { freshGet } from './fresh.js';
import { documentText } from './output/document.js';
import type { Session } from './session.js';
import { textOf, type Verb } from './verb.js';

export const customer: Verb = {
  name: 'customer',
  arguments: '<id>',
  summary: 'the page on one customer, by id, e-mail address or telephone number',
  examples: ['tenure customer C-1001', 'tenure customer ada@example.com', 'tenure customer C-1001 --json', 'tenure customer C-1001 --as-at 2026-03-01'],
  options: [asAtOption],
  async run(session: Session, [id]) {
    const customerId = await customerIdOf(session, textOf(id));
    session.output.answer(await freshGet(session, '/v1/customers/{customerId}', { path: { customerId } }), (answer) => documentText(answer));
  },
};
