import { type CommandSink, importFile, SharedDiskBudget, usualArrangement } from '@tenure/importing';
import { keyedHashOf } from '@tenure/log-secret';
import { type Call, serveThread } from '@tenure/threads';
import type { ImportJob } from './import-job.js';

/** The thread that reads files and plans their rows. What is decided and recorded is, through `ask`, by the main thread. */
serveThread({
  import({ options, secret, folder, inputBytes, budget }: ImportJob, call: Call) {
    const keyed = keyedHashOf(secret.material);
    const sink: CommandSink = {
      secret: { keyed: async () => keyed, isKeyedThroughout: async () => secret.isKeyedThroughout },
      knows: (customerId) => call.ask('knows', customerId),
      executeRows: (rows) => call.ask('executeRows', rows),
      preview: () => ({ executeRows: (rows) => call.ask('previewRows', rows) }),
    };
    const shared = new SharedDiskBudget(budget.memory, budget.place, budget.bytes);
    return importFile(options, body(call), sink, { ...usualArrangement, inputBytes, folder, budget: shared });
  },
});

async function* body(call: Call): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await call.ask<Uint8Array | null>('body');
    if (piece === null) return;
    yield piece;
  }
}
