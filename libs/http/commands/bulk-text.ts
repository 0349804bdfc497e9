import type { OperationText } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';

const ndjson = 'application/x-ndjson';

/** The text of the bulk route in the API's pages. */
export const bulkText: OperationText = {
  summary: 'Send many commands as NDJSON',
  description:
    'One `{"command","id","data"}` a line (at most 64 KB); `id` is the idempotency key. Lines are answered in order, while the body is still being sent: ' +
    'read the answer as you send. A fault in a line touches that line only, and so does a role that its command needs. After a broken connection send the whole body again: what has taken effect is answered as 200.',
  body: {
    type: ndjson,
    schema: refer('SentCommand'),
  },
  answers: {
    207: {
      description: 'One answer a line, in order. `status` is 201 (accepted), 200 (was accepted before) or that of the problem in `error`.',
      type: ndjson,
      line: refer('CommandLine'),
    },
  },
};
