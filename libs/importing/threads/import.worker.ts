import { keyedHashOf } from '@tenure/log-secret';
import { type Call, serveThread } from '@tenure/threads';
import { usualArrangement } from '../arranging/arrangement.js';
import { type CommandSink } from '../command-sink.js';
import { importFile } from '../import-file.js';
import { SharedDiskBudget } from '../spooling/disk-budget.js';
import type { ImportJob } from './import-job.js';
import { inThousands } from './in-thousands.js';

/** The thread that reads files and plans their rows. The main thread decides and records, through `ask`. */
serveThread({
  import({ options, secret, folder, inputBytes, budget }: ImportJob, call: Call) {
    const keyed = keyedHashOf(secret.material);
    const sink: CommandSink = {
      secret: { keyed: async () => keyed, isKeyedThroughout: async () => secret.isKeyedThroughout },
      knows: (customerId) => call.ask('knows', customerId),
      executeRows: (rows) => inThousands(rows, (some) => call.ask('executeRows', some)),
      preview: () => ({ executeRows: (rows) => inThousands(rows, (some) => call.ask('previewRows', some)) }),
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
